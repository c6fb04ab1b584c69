import type { Json } from '../../Json';
import {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
} from '../ExpressionEvaluator';
import { all, failureOf } from './__testUtils__/evaluate';
import { createJqExpressionEvaluator } from './createJqExpressionEvaluator';

interface Case {
  readonly text: string;
  readonly input: Json;
  readonly results: readonly Json[];
}

type CaseRow = readonly [text: string, input: Json, ...results: Json[]];

const families: { readonly [family: string]: readonly CaseRow[] } = {
  'paths and slices': [
    ['.a.b', { a: { b: 1 } }, 1],
    ['.a.b', null, null],
    ['.[-1], .[5]', [1, 2], 2, null],
    ['.[1:], .[:-1]', 'aéb', 'éb', 'aé'],
    ['.a[1:2]', { a: [1, 2, 3] }, [2]],
    ['[paths]', { a: [1] }, [['a'], ['a', 0]]],
    ['path(.a[1:] | .[0])', { a: [1, 2] }, ['a', { start: 1, end: null }, 0]],
    ['getpath(["a", 0, "b"])', {}, null],
    ['[.[]?, .a?]', 5, []],
    ['.a.b?', { a: null }, null],
    ['pick(.a, .c[1])', { a: 1, b: 2, c: [3, 4] }, { a: 1, c: [null, 4] }],
  ],
  updates: [
    ['.a |= . + 1', { a: 1 }, { a: 2 }],
    ['.[] += 1', [1, 2], [2, 3]],
    ['.a += (1, 2)', { a: 1 }, { a: 2 }, { a: 3 }],
    ['.[] |= empty', [1, 2, 3], []],
    ['(.[] | select(. > 1)) = 0', [1, 2, 3], [1, 0, 0]],
    ['.a[1:] = ["x"]', { a: [1, 2, 3] }, { a: [1, 'x'] }],
    ['.b //= 5', { b: false }, { b: 5 }],
    ['del(.[0, 2], .[0])', [1, 2, 3], [2]],
    ['.a.b.c = 1', null, { a: { b: { c: 1 } } }],
    ['(.a, .a.b) |= {b: 2}', {}, { a: { b: { b: 2 } } }],
    [
      '(.a.b, .a) |= {x: ., y: .}',
      { a: { b: 1 } },
      {
        a: { x: { b: { x: 1, y: 1 } }, y: { b: { x: 1, y: 1 } } },
      },
    ],
  ],
  'loops that own what they accumulate': [
    ['reduce .[] as $x ([]; . + [$x])', [1, 2], [1, 2]],
    ['reduce .[] as $x (.; . + [$x])', [1], [1, 1]],
    ['reduce range(3) as $i ([]; . + [.])', null, [[], [[]], [[], [[]]]]],
    [
      'reduce range(2) as $i ({l: []}; .l += [$i] | .copies += [.l])',
      null,
      {
        l: [0, 1],
        copies: [[0], [0, 1]],
      },
    ],
    [
      'reduce range(2) as $i ({}; .a[$i] = $i | .b = .a)',
      null,
      {
        a: [0, 1],
        b: [0, 1],
      },
    ],
    [
      '. as $d | reduce (1, 2) as $i (.; .a += $i) | [., $d]',
      { a: 1 },
      [{ a: 4 }, { a: 1 }],
    ],
    [
      'reduce .[] as $x ({}; .[$x.k] += [$x.v])',
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
        { k: 'a', v: 3 },
      ],
      { a: [1, 3], b: [2] },
    ],
    ['reduce (1, 2) as $x (0; empty)', null, null],
  ],
  'variables, functions and control': [
    ['. as [$a, {b: $c}] | [$c, $a]', [1, { b: 2 }], [2, 1]],
    ['[.[] as [$a] ?// {$a} | $a]', [[1], { a: 2 }], [1, 2]],
    ['def f(g; $x): g + $x; f(1, 2; 10)', null, 11, 12],
    ['def f: if . > 0 then . - 1 | f else "done" end; f', 100_000, 'done'],
    ['def f: def g: 3; g * 2; f', null, 6],
    ['0 | until(. >= 100000; . + 1)', null, 100_000],
    ['last(0 | recurse(if . < 5000 then . + 1 else empty end))', null, 5000],
    ['[label $f | 1, break $f, 2]', null, [1]],
    [
      'any((1, 2, 3) == .; .), first((1, 2) + 1), [limit(2; (1, 2, 3) * 2)]',
      1,
      true,
      2,
      [2, 4],
    ],
    ['def f(n): if n > 0 then 1 + f(n - 1) else 0 end; f(100)', null, 100],
    ['def f: if . > 0 then (. - 1 | f) + 1 else 0 end; 300 | f', null, 300],
    ['[.[] | label $l | [1, break $l]]', [0], []],
    ['try (1, error("x"), 3) catch .', null, 1, 'x'],
    ['[limit(2; 1, 2, error("never"))]', null, [1, 2]],
    ['first(range(10; infinite))', null, 10],
    ['[.[] // 9]', [1, null], [1]],
    ['if empty then 1 else 2 end', null],
    ['"\\(1, 2)-\\(3, 4)"', null, '1-3', '2-3', '1-4', '2-4'],
    ['{a: (1, 2), b: (3, 4)} | [.a, .b]', null, [1, 3], [1, 4], [2, 3], [2, 4]],
    ['$__loc__', null, { file: '<top-level>', line: 1 }],
  ],
  'strings and formats': [
    ['split(", "), join("-")?', 'a, b', ['a', 'b']],
    ['join(",")', [1, null, 'a', true], '1,,a,true'],
    ['length, utf8bytelength', 'é😀', 2, 6],
    ['explode | implode', 'a😀', 'a😀'],
    ['indices("b")', 'éb', [1]],
    ['@base64, (@base64 | @base64d)', 'é', 'w6k=', 'é'],
    ['@base32, (@base32 | @base32d)', 'héllo', 'NDB2S3DMN4======', 'héllo'],
    ['@uri, @html, @sh', "a'b<", 'a%27b%3C', 'a&#39;b&lt;', "'a'\\''b<'"],
    ['@uri | @urid', 'ü ?', 'ü ?'],
    ['@csv, @tsv', ['a"b', 1, null, true], '"a""b",1,,true', 'a"b\t1\t\ttrue'],
    ['trim, ltrim, rtrim', ' a ', 'a', 'a ', ' a'],
    [
      'tojson',
      [1e1000, 1e17, 1e-5, 0.1, -0],
      '[1.7976931348623157e+308,1e+17,1e-05,0.1,-0]',
    ],
    ['fromjson', '{"a": [1, nan]}', { a: [1, null] }],
  ],
  'regular expressions': [
    ['[match("a"; "g").offset]', 'éaa', [1, 2]],
    ['capture("(?<y>\\\\d+)-(?<m>x)?")', '12-', { y: '12', m: null }],
    ['gsub("(?<l>[a-z])"; "<\\(.l)>")', 'ab1', '<a><b>1'],
    ['[gsub("a"; "1", "2")]', 'aa', ['11', '22']],
    ['gsub(""; "-")', 'ab', '-a-b-'],
    [
      '[scan("(\\\\w)(\\\\d)")]',
      'a1 b2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['[splits(", *")]', 'a, b', ['a', 'b']],
    [
      'test("foo(?=bar)"), test("(?<!a)b"), test("(?>a+)a")',
      'foobar',
      true,
      true,
      false,
    ],
    ['test("a.b"; "p"), test("A B"; "xi")', 'ab\na\nb', true, true],
    ['[match("aa|a|aaa"; "l").length]', 'aaa', [3]],
    ['test("a$"), test("a\\\\z")', 'a\n', true, false],
    ['[match("[^[:digit:]\\\\s]+"; "g").string]', '1ab 2c', ['ab', 'c']],
    ['test("[\\\\W]"), test("^[^\\\\W\\\\d]+$")', 'aé', false, true],
    ['test("^(?i:a)b$"), test("\\\\p{Lu}")', 'Ab', true, true],
  ],
  dates: [
    [
      'todate, (todate | fromdate)',
      1425599507,
      '2015-03-05T23:51:47Z',
      1425599507,
    ],
    ['gmtime', 1425599621.5, [2015, 2, 5, 23, 53, 41.5, 4, 63]],
    [
      'strftime("%A %d %B %Y %j %G-W%V-%u %I%p")',
      1735603200,
      'Tuesday 31 December 2024 366 2025-W01-2 12AM',
    ],
    ['strptime("%d %b %Y %H:%M") | mktime', '29 Feb 2024 12:00', 1709208000],
    [
      'strptime("%Y-%m-%dT%H:%M:%S%z")',
      '2015-03-05T23:51:47+0100',
      [2015, 2, 5, 23, 51, 47, 4, 63],
    ],
    ['now', null, 1700000000.5],
  ],
  'numbers and order': [
    [
      'sort',
      [[1], {}, 'a', 2, true, false, null],
      [null, false, true, 2, 'a', [1], {}],
    ],
    ['sort', ['😀', '\uffff', 'a'], ['a', '\uffff', '😀']],
    [
      'sort_by(.a, -.b) | map(.b)',
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
        { a: 0, b: 9 },
      ],
      [9, 2, 1],
    ],
    [
      '[min_by(.a), max_by(.a)] | map(.i)',
      [
        { a: 1, i: 0 },
        { a: 1, i: 1 },
      ],
      [0, 1],
    ],
    ['group_by(.) | length', [1, 1.0, 2], 2],
    ['keys', { b: 1, a: 2, B: 3 }, ['B', 'a', 'b']],
    ['[.[] | round, rint]', [2.5, -2.5], [3, 2, -3, -2]],
    ['5 % -2, -5 % 3, (5 % infinite)', null, 1, -2, 5],
    ['[nan] == [nan], (nan < nan), ([nan] | sort)', null, false, true, [null]],
    ['frexp, logb', 10, [0.625, 4], 3],
    ['{} | .a += 0.1 | .a += 0.2', null, { a: 0.30000000000000004 }],
    [
      'infinite, -infinite, nan',
      null,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      null,
    ],
  ],
  'keys that JavaScript knows': [
    ['.__proto__, .constructor, .toString', {}, null, null, null],
    ['has("__proto__"), has("constructor")', {}, false, false],
    ['{"__proto__": 1} | keys, .["__proto__"]', null, ['__proto__'], 1],
    ['.["__proto__"] = 1 | tojson', {}, '{"__proto__":1}'],
    [
      '{("__proto__"): 1} + {} | to_entries',
      null,
      [{ key: '__proto__', value: 1 }],
    ],
    ['from_entries | keys', [{ key: '__proto__', value: 1 }], ['__proto__']],
    [
      '"{\\"__proto__\\": {\\"x\\": 1}}" | fromjson | .x, .["__proto__"].x',
      null,
      null,
      1,
    ],
    ['. * {constructor: {a: 1}} | .constructor', {}, { a: 1 }],
    ['group_by(.constructor) | length', [{}, {}], 1],
  ],
};

const toCase = ([text, input, ...results]: CaseRow): Case => ({
  text,
  input,
  results,
});

it('takes the time it is given before its own clock', () => {
  const evaluator = createJqExpressionEvaluator({ now: () => 1 });
  const program = evaluator.compile('now', { variables: [] });
  expect([program.first(null, {}), program.first(null, {}, 2)]).toEqual([1, 2]);
});

describe.each(Object.entries(families))('%s', (_family, rows) => {
  it.each(rows.map(toCase))('$text', ({ text, input, results }) => {
    expect(all(text, input, {}, { now: () => 1700000000.5 })).toEqual(results);
  });
});

describe('errors', () => {
  it.each<[string, Json, string]>([
    [
      '.a + 1',
      { a: 'x' },
      'string ("x") and number (1) cannot be added (column 4)',
    ],
    [
      '.\n| .a.b',
      { a: 1 },
      'Cannot index number with string "b" (line 2, column 5)',
    ],
    ['.[]', 5, 'Cannot iterate over number (5) (column 2)'],
    ['map(.x)', [1], 'Cannot index number with string "x" (column 5)'],
    ['keys', 1, 'number (1) has no keys (column 1)'],
    [
      '1 | until(.x; .)',
      null,
      'Cannot index number with string "x" (column 11)',
    ],
    ['combinations', 1, 'Cannot index number with number (column 1)'],
    [
      'test("(")',
      'x',
      'Regex failure: end pattern with unmatched parenthesis (column 1)',
    ],
    [
      'test("(a)\\\\1")',
      'x',
      'Regex failure: \\1 is not available, because it cannot be matched in linear time (column 1)',
    ],
    ['error("payment refused")', null, 'payment refused'],
    ['error({code: 1})', null, '{"code":1}'],
    ['error("")', null, 'jq ended with an error without a message'],
    ['path(.a + 1)', null, 'Invalid path expression with result 1 (column 1)'],
  ])('%s', (text, input, message) => {
    expect(failureOf(text, input)).toEqual(
      new ExpressionEvaluationError(message),
    );
  });

  it('tell the place apart from the reason', () => {
    expect(failureOf('1 |\n . - "x"')).toMatchObject({
      code: 'EXPRESSION_FAILED',
      reason: 'number (1) and string ("x") cannot be subtracted',
      line: 2,
      column: 4,
    });
  });

  it.each([
    ['$nope', '$nope is not defined (column 1)'],
    ['1 | nope(1)', 'nope/1 is not defined (column 5)'],
    ['@nope', 'nope is not a valid format (column 1)'],
    ['break $x', '$*label-x is not defined (column 1)'],
    [
      'input',
      'input/0 is not available: an expression has one input only (column 1)',
    ],
    [
      'env.HOME',
      'env/0 is not available: expressions cannot reach their surroundings (column 1)',
    ],
    [
      'now',
      'now is not available: it would differ on a replay; use $workflow.startedAt or $task.startedAt (column 1)',
    ],
    ['_captures', '_captures/0 is not defined (column 1)'],
  ])('%s does not compile', (text, message) => {
    expect(failureOf(text)).toEqual(new ExpressionSyntaxError(message));
  });
});

describe('programs', () => {
  const evaluator = createJqExpressionEvaluator();

  it('see variables, natively typed, and hide outer ones', () => {
    const variables = { a: [1], ab: 'x', none: null };
    expect(all('[$a[0], $ab, $none, (2 as $a | $a)]', 1, variables)).toEqual([
      [1, 'x', null, 2],
    ]);
  });

  it('give null for a variable without a value and for no result', () => {
    const compile = (name: string) =>
      evaluator.compile(`$${name}, empty`, { variables: [name] });
    expect(compile('v').first(1, {})).toBeNull();
    expect(compile('constructor').first(1, {})).toBeNull();
    expect(
      evaluator.compile('empty', { variables: [] }).first(1, {}),
    ).toBeNull();
  });

  it('are compiled once for the same text and variables', () => {
    const compile = (variables: readonly string[]) =>
      evaluator.compile('.a + 1', { variables });
    expect(compile(['v'])).toBe(compile(['v']));
    expect(compile(['v'])).not.toBe(compile(['w']));
  });

  it('change neither input nor variables', () => {
    const freeze = (value: Json): Json => {
      if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(freeze);
        Object.freeze(value);
      }
      return value;
    };
    const data = freeze({ a: [{ b: 1 }, { b: 2 }], c: { d: [3, 1, 2] } });
    const text =
      '.a[].b += 1 | .c.d |= sort | del(.a[0]) | reduce range(3) as $i (.; .c.d += [$i]) | . * $v';
    expect(all(text, data, { v: data })).toHaveLength(1);
  });

  it('stop at the first result', () => {
    expect(
      evaluator.compile('1, error("never")', { variables: [] }).first(1, {}),
    ).toBe(1);
  });
});
