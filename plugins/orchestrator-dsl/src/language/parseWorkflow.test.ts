import { createJqExpressionEvaluator } from '../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';
import {
  definitionWith,
  definitionWithTask,
  problemsOf,
} from './testing/definitionText';
import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';

const COMPLETE = `
document:
  dsl: '1.0.3'
  namespace: default
  name: complete
  version: '0.2.0-beta.1'
  title: A complete one
  summary: Has **everything**.
  tags: { team: a }
  metadata: { any: [1] }
evaluate: { language: jq, mode: strict }
use:
  timeouts: { short: { after: PT5S } }
input:
  schema:
    format: json
    document: { type: object, required: [name] }
  from: \${ .name }
output:
  schema: { document: true }
  as: { result: "\${ . }" }
timeout: { after: { minutes: 2 } }
do:
  - first:
      if: .ok
      input: { from: .a, schema: { document: { type: string } } }
      output: { as: "\${ .b }" }
      export: { as: '$context + { c: $output }' }
      timeout: short
      metadata: { x: 1 }
      wait: PT1S
      then: end
`;

describe('a complete definition', () => {
  const { definition, document, problems } = parseWorkflow(COMPLETE);

  it('has no problems', () => {
    expect(problems).toEqual([]);
  });

  it('is normalised: jq without braces, references followed, durations in milliseconds', () => {
    expect(definition).toMatchObject({
      id: 'complete',
      document: { name: 'complete', version: '0.2.0-beta.1' },
      input: { schema: { type: 'object' }, from: '.name' },
      output: { schema: true, as: { result: '${ . }' } },
      timeout: { kind: 'fixed', ms: 120_000 },
      do: [
        {
          kind: 'wait',
          name: 'first',
          pointer: '/do/0/first',
          if: '.ok',
          input: { from: '.a', schema: { type: 'string' } },
          output: { as: '.b' },
          export: { as: '$context + { c: $output }' },
          timeout: { kind: 'fixed', ms: 5000 },
          metadata: { x: 1 },
          then: { kind: 'end' },
        },
      ],
    });
  });

  it('keeps the document as written', () => {
    expect(definition?.raw).toMatchObject({ use: { timeouts: {} } });
    expect(document).toEqual(definition?.document);
  });
});

it('puts the namespace into the id unless it is the default one', () => {
  const text = definitionWith('do: []').replace(
    'namespace: default',
    'namespace: billing',
  );
  expect(parseWorkflow(text).definition?.id).toBe('billing.example');
});

it('reads JSON as well, also when tabs indent it', () => {
  const { definition } = parseWorkflow(COMPLETE);
  const text = JSON.stringify(definition?.raw, null, '\t');
  expect(parseWorkflow(text).definition).toEqual(definition);
});

it('escapes task names in pointers', () => {
  const text = definitionWith('do: [{ a/b~c: { set: { x: 1 } } }]');
  expect(parseWorkflow(text).definition?.do[0].pointer).toBe('/do/0/a~1b~0c');
});

it('gives the definition when there are only warnings', () => {
  const { definition, problems } = parseWorkflow(
    definitionWith('x-vendor: 1\ndo: []'),
  );
  expect(problems).toMatchObject([{ severity: 'warning' }]);
  expect(definition).toBeDefined();
});

describe('aliases', () => {
  it('repeat what their anchor marks', () => {
    const text = definitionWith(`
do:
  - a: &pause { wait: PT1S }
  - b: *pause`);
    expect(parseWorkflow(text).definition?.do).toMatchObject([
      { kind: 'wait', pointer: '/do/0/a' },
      { kind: 'wait', pointer: '/do/1/b' },
    ]);
  });

  it('do not repeat the problems of what they repeat', () => {
    const text = definitionWith(`
do:
  - a: &pause { wait: ☞1s }
  - b: *pause`);
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^☞ INVALID_DURATION/),
    ]);
  });
});

describe('the document of a broken definition', () => {
  it.each([
    [
      'of broken YAML',
      'document: { name: a, version: 1.0.0, dsl: 1.0.3',
      { name: 'a', version: '1.0.0', dsl: '1.0.3' },
    ],
    [
      'without a name',
      'document: { version: 1.0.0 }',
      { name: 'file', version: '1.0.0' },
    ],
    ['with a name that is no text', 'document: { name: 5 }', { name: 'file' }],
    ['that is no object', '[1]', { name: 'file' }],
    [
      'of version 0.8',
      'id: old\nname: Old one\nversion: "1.0"\nspecVersion: "0.8"',
      { name: 'old', title: 'Old one', version: '1.0' },
    ],
  ])('%s is filled as far as it can be read', (_, text, document) => {
    const result = parseWorkflow(text, { fallbackName: 'file' });
    expect(result.definition).toBeUndefined();
    expect(result.document).toEqual(document);
  });
});

describe('expressions', () => {
  let expressions: ExpressionEvaluator;
  beforeAll(async () => {
    expressions = createJqExpressionEvaluator();
  });

  const everywhere =
    '[$context, $input, $workflow, $runtime, $secrets, $authorization]';

  it.each([
    ['the workflow', `input: { from: '${everywhere}' }\ndo: []`],
    ['a task', `do: [{ a: { set: '\${ ${everywhere} + [$task] }' } }]`],
    ['an export', 'do: [{ a: { wait: PT1S, export: { as: $output } } }]'],
    [
      'a template',
      'do: [{ a: { set: { x: "n = ${ $input.n }, ${ $task.name }" } } }]',
    ],
  ])('of %s see its variables', (_, rest) => {
    expect(problemsOf(definitionWith(rest), { expressions })).toEqual([]);
  });

  it.each([
    ['output: { as: ☞$task.name }\ndo: []', '$task is not defined (column 1)'],
    [
      'do: [{ a: { wait: PT1S, output: { as: ☞$output } } }]',
      '$output is not defined (column 1)',
    ],
    [
      'do: [{ a: { wait: PT1S, if: ☞.a && .b } }]',
      'syntax error, unexpected "&" (column 4); jq says `and`',
    ],
    [
      'do: [{ a: { wait: PT1S, if: ☞.a == } }]',
      'syntax error, unexpected end of file (column 6)',
    ],
    ['do: [{ a: { wait: PT1S, if: ☞"" } }]', 'an expression is expected'],
    [
      'do: [{ a: { wait: PT1S, if: ☞nope(1) } }]',
      'nope/1 is not defined (column 1)',
    ],
    [
      'do: [{ a: { set: { x: ☞"a ${ .b c } d" } } }]',
      "syntax error, unexpected 'c', expecting end of file (column 4)",
    ],
  ])('report %s', (rest, message) => {
    expect(problemsOf(definitionWith(rest), { expressions })).toEqual([
      `☞ EXPRESSION_SYNTAX not a jq expression: ${message}`,
    ]);
  });

  it('are not compiled without an evaluator', () => {
    const text = definitionWithTask('if: .a ==\nwait: PT1S');
    expect(parseWorkflow(text).problems).toEqual([]);
  });
});

describe('unreachable tasks', () => {
  const warning = (name: string) =>
    `☞ UNREACHABLE_TASK no task leads to \`${name}\`; it never runs`;

  it.each([
    [
      'after `end`',
      'do: [{ a: { wait: PT1S, then: end } }, { ☞b: { wait: PT1S } }, { c: { wait: PT1S } }]',
      'b',
    ],
    [
      'after a jump',
      'do: [{ a: { wait: PT1S, then: c } }, { ☞b: { wait: PT1S } }, { c: { wait: PT1S } }]',
      'b',
    ],
    [
      'after `raise`',
      'do: [{ a: { raise: { error: { type: t, status: 1 } } } }, { ☞b: { wait: PT1S } }]',
      'b',
    ],
    [
      'after a switch with a default',
      'do: [{ a: { switch: [{ d: { then: end } }] } }, { ☞b: { wait: PT1S } }]',
      'b',
    ],
  ])('%s are warned of', (_, rest, name) => {
    expect(problemsOf(definitionWith(rest))).toEqual([warning(name)]);
  });

  it.each([
    [
      'a task with `if` may be passed over',
      'do: [{ a: { if: .x, wait: PT1S, then: end } }, { b: { wait: PT1S } }]',
    ],
    [
      'a switch without a default goes on',
      'do: [{ a: { switch: [{ d: { when: .x, then: end } }] } }, { b: { wait: PT1S } }]',
    ],
    [
      'a catch leads there',
      'do: [{ a: { try: [], catch: { then: b }, then: end } }, { b: { wait: PT1S } }]',
    ],
    [
      'a jump back leads there',
      'do: [{ a: { wait: PT1S, then: c } }, { b: { wait: PT1S, then: end } }, { c: { wait: PT1S, then: b } }]',
    ],
  ])('are not warned of when %s', (_, rest) => {
    expect(problemsOf(definitionWith(rest))).toEqual([]);
  });
});
