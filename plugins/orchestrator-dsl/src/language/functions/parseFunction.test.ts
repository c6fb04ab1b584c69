import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import { parseFunction } from './parseFunction';

const options = { name: 'greet', pointer: '/do/0/hello/call' };

it('reads a task whose parts stand below the given pointer', () => {
  const { task, problems } = parseFunction(
    `
    input: { from: .person }
    do:
      - say: { set: { hi: '\${ .name }' } }
    `,
    options,
  );
  expect(problems).toEqual([]);
  expect(task).toMatchObject({
    name: 'greet',
    kind: 'do',
    pointer: '/do/0/hello/call',
    do: [{ name: 'say', pointer: '/do/0/hello/call/do/0/say' }],
  });
});

it('takes a document that was read before', () => {
  const { task } = parseFunction({ set: { n: 1 } }, options);
  expect(task).toMatchObject({ kind: 'set', set: { n: 1 } });
});

it.each([
  ['', 'MISSING_PROPERTY'],
  [null, 'WRONG_TYPE'],
  ['only text', 'WRONG_TYPE'],
  ['[', 'YAML_SYNTAX'],
  ['sett: { n: 1 }', 'UNKNOWN_PROPERTY'],
  ['call: somethingElse', 'UNKNOWN_FUNCTION'],
  ["set: { n: '${ . | }' }", 'EXPRESSION_SYNTAX'],
])('finds what is wrong with %j', (source, code) => {
  const expressions = createJqExpressionEvaluator();
  const capabilities = { functions: new Map() };
  const { task, problems } = parseFunction(source, {
    ...options,
    expressions,
    capabilities,
  });
  expect(task).toBeUndefined();
  expect(problems).toEqual([
    expect.objectContaining({ code, severity: 'error' }),
  ]);
});
