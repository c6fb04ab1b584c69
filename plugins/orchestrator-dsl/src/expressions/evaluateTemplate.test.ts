import type { Json } from '../Json';
import { evaluateTemplate } from './evaluateTemplate';
import {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type ExpressionEvaluator,
} from './ExpressionEvaluator';
import { createJqExpressionEvaluator } from './jq/createJqExpressionEvaluator';

let evaluator: ExpressionEvaluator;
beforeAll(async () => {
  evaluator = createJqExpressionEvaluator();
});

const evaluate = (template: Json, input: Json, variables = {}) =>
  evaluateTemplate(template, { evaluator, input, variables });

it.each<[string, Json, Json]>([
  ['text without expressions', '.a $b {c}', '.a $b {c}'],
  ['values that are not text', [1, true, null], [1, true, null]],
  ['a whole expression, keeping its type', '${ .n }', 3],
  ['a whole expression of an object', '${ .o }', { k: [1] }],
  ['an expression in blanks', ' ${ .n } ', 3],
  ['an expression without a result', '${ empty }', null],
  ['text in text as it is', 'a-${ .s }-b', 'a-é😀-b'],
  [
    'other values in text as JSON',
    '${ .n }/${ .o }/${ .none }',
    '3/{"k":[1]}/null',
  ],
  ['a variable', '${ $v + 1 }', 8],
  [
    'nested objects and lists',
    { a: [{ b: '${ .n }' }, '${ .s }'] },
    { a: [{ b: 3 }, 'é😀'] },
  ],
  ['no keys', { '${ .n }': 1 }, { '${ .n }': 1 }],
])('evaluates %s', (_, template, expected) => {
  const input = { n: 3, s: 'é😀', o: { k: [1] } };
  expect(evaluate(template, input, { v: 7 })).toEqual(expected);
});

it('never evaluates what came from data', () => {
  const hostile = '${ $secrets.key }';
  const variables = { secrets: { key: 'hidden' } };
  expect(evaluate('${ .a }', { a: hostile }, variables)).toBe(hostile);
  expect(evaluate('x ${ .a }', { a: hostile }, variables)).toBe(`x ${hostile}`);
  expect(evaluate({ b: '${ . }' }, { a: hostile }, variables)).toEqual({
    b: { a: hostile },
  });
});

it('keeps a key called __proto__ as data', () => {
  const template: Json = JSON.parse('{"__proto__": {"x": "${ .n }"}}');
  const result = evaluate(template, { n: 1 });
  expect(JSON.stringify(result)).toBe('{"__proto__":{"x":1}}');
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
});

it('does not change the template', () => {
  const template = Object.freeze({ a: Object.freeze(['${ .n }']) });
  expect(evaluate(template, { n: 1 })).toEqual({ a: [1] });
  expect(template).toEqual({ a: ['${ .n }'] });
});

it('throws what the evaluator throws', () => {
  expect(() => evaluate('${ .a | }', {})).toThrow(ExpressionSyntaxError);
  expect(() => evaluate('${ .a + 1 }', { a: 'x' })).toThrow(
    ExpressionEvaluationError,
  );
});
