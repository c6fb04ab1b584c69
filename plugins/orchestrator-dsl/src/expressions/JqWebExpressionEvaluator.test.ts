import fc from 'fast-check';
import type { Json } from '../language/WorkflowDefinition';
import {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type ExpressionEvaluator,
  type Variables,
} from './ExpressionEvaluator';
import { createJqWebExpressionEvaluator } from './JqWebExpressionEvaluator';

let evaluator: ExpressionEvaluator;
beforeAll(async () => {
  evaluator = await createJqWebExpressionEvaluator();
});

function compile(text: string, variables: Variables = {}) {
  return evaluator.compile(text, { variables: Object.keys(variables) });
}

const first = (text: string, input: Json, variables: Variables = {}) =>
  compile(text, variables).first(input, variables);

describe('first', () => {
  it.each<[string, Json, Json]>([
    ['.', { a: 1 }, { a: 1 }],
    ['.a.b', { a: { b: 2 } }, 2],
    ['.a.b', null, null],
    ['.a + 1', { a: 1 }, 2],
    ['.[] | select(. > 1)', [1, 2, 3], 2],
    ['empty', 1, null],
    ['1, error("never reached")', null, 1],
    ['repeat(.)', 5, 5],
    ['def f: . * 2; f', 4, 8],
    ['.a # a comment', { a: 1 }, 1],
    ['"\\(.a) }"', { a: 'x' }, 'x }'],
    ['try error("x") catch .', null, 'x'],
    ['if . == 1 then "one" end', 1, 'one'],
    ['{a: 1, b: nan}', null, { a: 1, b: null }],
    ['[.[] | . + 0]', [0.1, 1e17, 1e300], [0.1, 1e17, 1e300]],
    ['. + 0', 12345678901234567890, 12345678901234567890],
    ['. + ""', 'é😀\u0000\u2028\n"\\', 'é😀\u0000\u2028\n"\\'],
    ['. + ""', 'half \ud83d pair', 'half \ufffd pair'],
    ['. + ""', '\\ud83d is text', '\\ud83d is text'],
    ['length', 'x'.repeat(100_000), 100_000],
    [`"${'x'.repeat(100_000)}" | length`, null, 100_000],
    ['keys', JSON.parse('{"__proto__": 1}'), ['__proto__']],
    ['1 | debug', null, 1],
    ['env', null, {}],
  ])('of %s', (text, input, expected) => {
    expect(first(text, input)).toEqual(expected);
  });

  it('sees variables, natively typed', () => {
    const variables = { context: { a: [1] }, input: 'x', none: null };
    expect(first('[$context.a[0], $input, $none]', 1, variables)).toEqual([
      1,
      'x',
      null,
    ]);
  });

  it('tells variables apart whose names begin alike', () => {
    expect(first('$a + $ab', null, { a: 1, ab: 10 })).toBe(11);
  });

  it('hides an outer variable behind an inner one', () => {
    expect(first('2 as $a | $a', null, { a: 1 })).toBe(2);
  });
});

describe('all', () => {
  it.each<[string, readonly Json[]]>([
    ['.[]', [1, 'a\nb', null]],
    ['empty', []],
    ['.', [[1, 'a\nb', null]]],
  ])('of %s', (text, expected) => {
    expect(compile(text).all([1, 'a\nb', null], {})).toEqual(expected);
  });
});

describe('text that is not jq', () => {
  it.each([
    ['', 'syntax error, unexpected end of file'],
    ['.a |', 'syntax error, unexpected end of file'],
    [
      '.a )',
      'syntax error, unexpected INVALID_CHARACTER, expecting end of file',
    ],
    [
      '1) | (2',
      'syntax error, unexpected INVALID_CHARACTER, expecting end of file',
    ],
    ['$nope', '$nope is not defined'],
    ['$__data__x', '$__data__x is not defined'],
    ['nope(1)', 'nope/1 is not defined'],
    [
      '.a |\n.b |\n)',
      'syntax error, unexpected INVALID_CHARACTER (line 3 of the expression)',
    ],
    ['['.repeat(5000), 'brackets are nested more than 200 deep'],
  ])('%j is refused before it is evaluated', (text, message) => {
    expect(() => compile(text)).toThrow(new ExpressionSyntaxError(message));
  });
});

describe('an evaluation that fails', () => {
  it.each([
    ['.a + 1', 'string ("x") and number (1) cannot be added'],
    ['.a.b', 'Cannot index string with string "b"'],
    ['error("two\\nlines")', 'two lines'],
    ['error({code: 1})', '{"code":1}'],
    ['error("")', 'jq ended with an error without a message'],
    ['error("with: a colon (and) brackets")', 'with: a colon (and) brackets'],
    ['"a" | test("[")', 'Regex failure: premature end of char-class'],
    [
      'now',
      'now is not available: it would differ on a replay; use $workflow.startedAt or $task.startedAt',
    ],
    ['input', 'input is not available: there is one input only'],
  ])('%s gives the one line of jq', (text, message) => {
    expect(() => first(text, { a: 'x' })).toThrow(
      new ExpressionEvaluationError(message),
    );
  });

  it('says so when data is nested too deeply', () => {
    const deep: Json = JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`);
    expect(() => first('length', deep)).toThrow(/nested too deeply for jq/);
  });

  it('does not spoil later ones', () => {
    expect(() => first('error("x")', null)).toThrow();
    expect(() => compile('.a |')).toThrow();
    expect(first('1 + 1', null)).toBe(2);
  });
});

it('compiles the same text with the same variables once', () => {
  expect(compile('.a + $v', { v: 1 })).toBe(compile('.a + $v', { v: 2 }));
  expect(compile('.a + 1', { v: 1 })).not.toBe(compile('.a + 1', { w: 1 }));
});

it('leaves the exit code of the process alone', () => {
  const before = process.exitCode;
  expect(() => first('error("x")', null)).toThrow();
  expect(process.exitCode).toBe(before);
});

it('answers simple paths exactly as jq does', () => {
  const paths = fc.constantFrom('.', '.a', '.a.b', '$v', '$v.a', '$v.a.b');
  const json = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>(null, true, 1, 'text', [1]),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(paths, json, json, (path, input, v) => {
      // The pipe keeps the second one from being taken for a simple path.
      expect(outcome(path, input, { v })).toEqual(
        outcome(`${path} | .`, input, { v }),
      );
    }),
    { numRuns: 200 },
  );
});

function outcome(text: string, input: Json, variables: Variables) {
  try {
    return { value: first(text, input, variables) };
  } catch (error) {
    return { error };
  }
}
