import fc from 'fast-check';
import { ExpressionSyntaxError } from '../../ExpressionEvaluator';
import { printExpression } from '../__testUtils__/printExpression';
import { parseExpression } from './parseExpression';
import type { Node } from './SyntaxTree';

const parse = (text: string, isLenient = false) =>
  parseExpression(text, { isLenient });

/** The tree without places. */
function shape(node: Node): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value) => (key === 'at' ? undefined : value)),
  );
}

it.each([
  ['1 + 2 * 3', '(1 + (2 * 3))'],
  ['1 - 2 - 3', '((1 - 2) - 3)'],
  ['. | ., . // . // .', '(. | (. , (. // (. // .))))'],
  ['.a = .b or .c and .d == 1', null],
  ['1, 2 | 3', '((1 , 2) | 3)'],
  ['-1 + 2', '(-1 + 2)'],
  ['. as $x | $x | 1', '((.) as $x | ($x | 1))'],
  ['1, . as $x | 2, 3', '(1 , ((.) as $x | (2 , 3)))'],
  ['try error("x") // 1', '((try (error("x"))) // 1)'],
  ['reduce .[] as $x (0; 1) | 2', null],
  ['def f: 1; f | f', '(def f: 1; (f | f))'],
  ['.a?', '(.).["a"]?'],
  ['(.a)?', '(try ((.).["a"]))'],
  ['.a??', '(try ((.).["a"]?))'],
  ['{a: 1 | 2, b: .c}', '{("a"): ((1 | 2)), ("b"): ((.).["c"])}'],
  ['{a, $b, "c d"}', null],
  ['..', 'recurse'],
  ['1 # a comment\n + 2', '(1 + 2)'],
])('parses %s', (text, printed) => {
  const node = parse(text);
  expect([printExpression(node), null]).toContain(printed);
  expect(shape(parse(printExpression(node)))).toEqual(shape(node));
});

it.each([
  ['', 'syntax error, unexpected end of file (column 1)'],
  ['.a |', 'syntax error, unexpected end of file (column 5)'],
  ['.a )', "syntax error, unexpected ')', expecting end of file (column 4)"],
  ['.a |\n.b |\n)', "syntax error, unexpected ')' (line 3, column 1)"],
  ['{a: 1 + 2}', "syntax error, unexpected '+', expecting '}' (column 7)"],
  ['1 == 2 == 3', "syntax error, unexpected '==' (column 8)"],
  [
    '"a',
    'syntax error, unexpected end of file, expecting the end of the string (column 3)',
  ],
  ['"\\q"', 'Invalid escape (column 2)'],
  ['{1: 2}', 'May need parentheses around object key expression (column 2)'],
  ['include "x"; .', 'modules are not available in expressions (column 1)'],
  ['break', 'break requires a label to break to (column 6)'],
  [
    '. as [] | .',
    "syntax error, unexpected ']', expecting '$name', '[' or '{' (column 7)",
  ],
  ['1 & 2', 'syntax error, unexpected "&" (column 3)'],
  [
    '['.repeat(5000),
    'the expression is nested more than 400 deep (column 401)',
  ],
])('refuses %j with its place', (text, message) => {
  expect(() => parse(text)).toThrow(new ExpressionSyntaxError(message));
});

it('takes operators in values of objects only if it is lenient', () => {
  const text = '{message: "a " + .b, ok: .c == 1 and .d, e: 1 | 2}';
  expect(() => parse(text)).toThrow(ExpressionSyntaxError);
  expect(printExpression(parse(text, true))).toBe(
    '{("message"): (("a " + (.).["b"])), ("ok"): ((((.).["c"] == 1) and (.).["d"])), ("e"): ((1 | 2))}',
  );
});

it('parses what it prints to the same tree', () => {
  fc.assert(
    fc.property(expressions(), text => {
      const node = parse(text);
      expect(shape(parse(printExpression(node)))).toEqual(shape(node));
    }),
    { numRuns: 500 },
  );
});

it('fails on any other text by a syntax error only', () => {
  const pieces = fc.constantFrom(
    ...'. .. .a [ ] ( ) { } | , : ; ? // ?// = |= + - * " \\( $x @csv 1 if then end as def f reduce try'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), words => {
      expect(['parsed', 'refused']).toContain(outcomeOf(words.join(' ')));
    }),
    { numRuns: 1000 },
  );
});

function outcomeOf(text: string): unknown {
  try {
    parse(text);
    return 'parsed';
  } catch (error) {
    return error instanceof ExpressionSyntaxError ? 'refused' : error;
  }
}

/** Texts of expressions, with as few parentheses as generated. */
function expressions(): fc.Arbitrary<string> {
  return fc.letrec<{ any: string }>(tie => {
    const any = tie('any');
    const leaf = fc.constantFrom(
      '.',
      '..',
      '.a',
      '."b c"',
      '.[0]',
      '.[]?',
      '1',
      '-2.5',
      '"x"',
      'null',
      'empty',
      '$x',
      '@base64',
      '.[1:]',
      '.a.b?',
      '[]',
      '{}',
    );
    const operator = fc.constantFrom(
      '|',
      ',',
      '//',
      '+',
      '-',
      '*',
      '/',
      '%',
      'and',
      'or',
    );
    return {
      any: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.tuple(any, operator, any).map(parts => parts.join(' ')),
        fc.tuple(any, any).map(([a, b]) => `((${a}) == (${b}))`),
        any.map(a => `[${a}]`),
        any.map(a => `{k: (${a}), "l": 1}`),
        any.map(a => `(${a})?`),
        any.map(a => `try (${a}) catch .`),
        any.map(a => `"p \\(${a}) q"`),
        fc.tuple(any, any).map(([a, b]) => `if ${a} then ${b} end`),
        fc.tuple(any, any).map(([a, b]) => `(${a}) as [$x, {y: $z}] | ${b}`),
        fc.tuple(any, any).map(([a, b]) => `reduce (${a}) as $x (0; ${b})`),
        fc.tuple(any, any).map(([a, b]) => `def f(g; $h): ${a}; f(${b}; 1)`),
        fc.tuple(any, any).map(([a, b]) => `(${a})[${b}]`),
        any.map(a => `label $l | ${a}, break $l`),
      ),
    };
  }).any;
}
