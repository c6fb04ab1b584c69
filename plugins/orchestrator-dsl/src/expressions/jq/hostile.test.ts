import { all, failureOf } from './__testUtils__/evaluate';
import { createJqExpressionEvaluator } from './createJqExpressionEvaluator';
import {
  ExpressionBudgetError,
  type BudgetLimit,
} from './ExpressionBudgetError';

describe('an expression that would block or exhaust the process is stopped', () => {
  it.each<[string, BudgetLimit]>([
    ['[range(1e9)]', 'bytes'],
    ['last(range(1e9))', 'steps'],
    ['def f: f; f', 'steps'],
    ['def f: 1 + f; f', 'depth'],
    ['def f: [f]; f', 'depth'],
    ['def f: try error("x") catch f; f', 'depth'],
    ['def f(g): f(g + 1); f(1)', 'bytes'],
    ['"a" * 1e9', 'bytes'],
    ['"ab" | until(false; . + .)', 'bytes'],
    ['[1, 2] | until(false; . + .)', 'bytes'],
    ['until(false; .)', 'steps'],
    ['[limit(1e9; repeat(1))]', 'steps'],
    ['[recurse(. + 1)]', 'steps'],
    ['reduce range(60) as $i (1; [., .])', 'steps'],
    ['reduce range(60) as $i (1; [., .]) | tojson', 'bytes'],
    ['reduce range(60) as $i (1; [., .]) | . == .', 'steps'],
    ['reduce range(1e6) as $i (null; [.])', 'steps'],
    ['reduce range(5000) as $i (null; [.])', 'depth'],
    ['.[1e8] = 1', 'bytes'],
    ['[range(3000)] | [combinations(2)]', 'steps'],
    ['first(range(1e9) | select(false))', 'steps'],
    ['"a" * 1e7 | @uri | @uri', 'steps'],
    ['{} | until(false; . * {a: .})', 'depth'],
  ])('%s', (text, limit) => {
    const began = performance.now();
    const failure = failureOf(text);
    expect(failure).toBeInstanceOf(ExpressionBudgetError);
    expect(failure).toMatchObject({ limit, code: 'EXPRESSION_FAILED' });
    // A tenth of a second when the machine has nothing else to do.
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    ['^(a+)+$', `${'a'.repeat(5000)}b`],
    ['^(a|a)*$', `${'a'.repeat(5000)}b`],
    ['(x+x+)+y', 'x'.repeat(5000)],
    ['(.*)(.*)(.*)(.*)z', 'x'.repeat(2000)],
  ])('matches %s in linear time', (pattern, text) => {
    const began = performance.now();
    expect(all('test($p)', text, { p: pattern })).toEqual([false]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    ['arrays', (inner: string) => `[.[], ${inner}]`],
    [
      'sums in reduce',
      (inner: string) => `(reduce 1 as $x (0; . + (${inner}) | .))`,
    ],
    ['updates', (inner: string) => `(.a |= ${inner})`],
    ['functions', (inner: string) => `(def f(g): g; f(${inner}))`],
  ])('compiles %s within each other in linear time', (_name, wrap) => {
    let text = '1';
    for (let level = 0; level < 50; level += 1) text = wrap(text);
    const began = performance.now();
    createJqExpressionEvaluator().compile(text, { variables: [] });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('cannot be caught by the expression', () => {
    expect(failureOf('try (def f: f; f) catch "caught"')).toBeInstanceOf(
      ExpressionBudgetError,
    );
    expect(failureOf('[.[]?, (last(range(1e9)))?]')).toBeInstanceOf(
      ExpressionBudgetError,
    );
  });

  it('has the budget that is given', () => {
    const budget = { steps: 100, bytes: 1000, depth: 10 };
    expect(failureOf('last(range(1000))', null, { budget })).toMatchObject({
      limit: 'steps',
      message: 'the expression takes more than 100 steps; it may never end',
    });
  });
});

describe('data that is nested deeply', () => {
  const deep = (levels: number) =>
    JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

  it.each([
    'tojson',
    '. == [.]',
    'flatten',
    '[..] | length',
    'sort | .',
    'contains(.)',
    'walk(.)',
    '[paths] | length',
    'unique',
  ])('%s ends with an error, not with a crash', text => {
    const input = [deep(50_000), deep(50_000)];
    const failure = failureOf(text, input);
    expect(failure).toBeInstanceOf(ExpressionBudgetError);
  });

  it('costs nothing where nobody looks into it', () => {
    expect(all('.a | length', { a: deep(50_000) })).toEqual([1]);
  });

  it('is no problem up to hundreds of levels', () => {
    expect(all('tojson | fromjson | tojson | length', deep(380))).toEqual([
      760,
    ]);
  });
});

describe('honest work stays far below the budget', () => {
  const items = Array.from({ length: 20_000 }, (_, id) => ({
    id,
    group: `g${id % 50}`,
    size: id % 97,
  }));

  it.each([
    ['map(select(.size > 50) | .id) | add | . > 0', true],
    ['group_by(.group) | map({g: .[0].group, n: length}) | length', 50],
    ['reduce .[] as $i ({}; .[$i.group] += $i.size) | length', 50],
    ['reduce .[] as $i ([]; . + [$i.id]) | length', 20_000],
    ['.[].size += 1 | .[0].size', 1],
    ['map("\\(.id)") | join(",") | length', 108_889],
    ['(tojson | fromjson) == .', true],
    ['[.[] | .group | test("^g[1-4]$")] | map(select(.)) | length', 1600],
  ])('%s', (text, expected) => {
    expect(all(text, items)).toEqual([expected]);
  });
});
