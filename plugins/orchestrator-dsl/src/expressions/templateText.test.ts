import { ExpressionSyntaxError } from './ExpressionEvaluator';
import { splitTemplateText, wholeExpression } from './templateText';

describe('splitTemplateText', () => {
  it.each([
    ['', []],
    ['plain $ { } text', ['plain $ { } text']],
    ['${ .a }', [['.a']]],
    ['a ${ .b } c${.d}', ['a ', ['.b'], ' c', ['.d']]],
    ['${ {a: {b: 1}} }!', [['{a: {b: 1}}'], '!']],
    ['${ "}" + "\\"}" }', [['"}" + "\\"}"']]],
    ['${ "\\({a: "}"}.a)" }', [['"\\({a: "}"}.a)"']]],
    ['${ .a # }\n }', [['.a # }']]],
    ['${ .a[0] | (.b) }', [['.a[0] | (.b)']]],
  ])('splits %j', (text, expected) => {
    const parts = splitTemplateText(text).map(part =>
      part.kind === 'literal' ? part.text : [part.text],
    );
    expect(parts).toEqual(expected);
  });

  it.each(['${', 'a ${ .b', '${ "} }', '${ { }', '${ .a # }'])(
    'refuses %j, whose braces are not closed',
    text => {
      expect(() => splitTemplateText(text)).toThrow(ExpressionSyntaxError);
    },
  );
});

describe('wholeExpression', () => {
  it.each([
    ['${ .a }', '.a'],
    ['  ${.a}\n', '.a'],
    ['${ .a } ', '.a'],
    ['${ .a }${ .b }', undefined],
    ['x ${ .a }', undefined],
    ['.a', undefined],
  ])('of %j is %j', (text, expected) => {
    expect(wholeExpression(text)).toBe(expected);
  });
});
