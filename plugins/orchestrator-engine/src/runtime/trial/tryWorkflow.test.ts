import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  sharedExpressions,
  workflowText,
} from '../../__testUtils__/runInMemory';
import type { ActivityExecutor } from '../../activities/ActivityExecutor';
import { tryWorkflow, type Trial } from './tryWorkflow';

/** Fails the test that has something carried out. */
const nobody: ActivityExecutor = {
  execute: async effect => {
    throw new Error(`${effect.kind} was carried out`);
  },
};

const secrets = { apiKey: 'hidden-key' };
const means = {
  expressions: sharedExpressions,
  runtime: { name: 'test', version: '0', metadata: {} },
  secrets: { secretsFor: async () => secrets },
};

async function trial(tasks: string, options: Partial<Trial> = {}, rest = '') {
  const { definition, problems } = parseWorkflow(workflowText(tasks, rest));
  if (!definition) throw new Error(JSON.stringify(problems));
  return tryWorkflow({
    definition,
    input: {},
    executor: nobody,
    means,
    startedAt: Date.UTC(2026, 0, 1),
    signal: new AbortController().signal,
    ...options,
  });
}

const call = `
- ask:
    call: http
    with: { method: get, endpoint: http://example.com/x }
- keep: { set: { answer: '\${ . }' } }
`;

it('calls nothing, and answers null for what has no mock', async () => {
  const { state, calls } = await trial(call);
  expect(state).toMatchObject({
    status: 'completed',
    output: { value: { answer: null } },
  });
  expect(calls).toEqual([
    expect.objectContaining({
      taskKey: '/do/0/ask',
      target: 'GET http://example.com/x',
      isMocked: false,
    }),
  ]);
});

it('answers by mocks, one after the other', async () => {
  const { state } = await trial(
    `
- each:
    for: { each: n, in: '\${ [1, 2, 3] }' }
    do:
      - ask:
          call: http
          with: { method: get, endpoint: http://example.com/x }
          export: { as: '\${ $context + { ($n | tostring): . } }' }
- tell: { set: '\${ $context }' }
`,
    { mocks: { '/do/0/each/do/0/ask': { outputs: ['a', 'b'] } } },
  );
  expect(state.output).toEqual({ value: { 1: 'a', 2: 'b', 3: 'b' } });
});

it('retries with what a mock lets fail, without waiting for real', async () => {
  const error = {
    type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
    status: 503,
  };
  const { state, virtualMs } = await trial(
    `
- guard:
    try:
      - ask:
          call: http
          with: { method: get, endpoint: http://example.com/x }
    catch:
      retry: { delay: PT1H, limit: { attempt: { count: 3 } } }
`,
    { mocks: { '/do/0/guard/try/0/ask': { error } } },
  );
  expect(state.status).toBe('failed');
  expect(virtualMs).toBe(3 * 60 * 60 * 1000);
});

it('stands where nothing can settle any more', async () => {
  const { state } = await trial(
    `- wait: { listen: { to: { one: { with: { type: com.example.paid } } } } }`,
  );
  expect(state.status).toBe('waiting');
});

it('gives the events of a mock to who listens', async () => {
  const paid = {
    specversion: '1.0',
    id: '1',
    source: 'test',
    type: 'com.example.paid',
    data: { order: 42 },
  } as const;
  const { state } = await trial(
    `- wait: { listen: { to: { one: { with: { type: com.example.paid } } } } }`,
    { mocks: { '/do/0/wait': { events: [paid] } } },
  );
  expect(state).toMatchObject({
    status: 'completed',
    output: { value: [{ order: 42 }] },
  });
});

const asking = `
- ask: { call: approval, with: { title: Ok?, approvers: [user:jane] } }
- tell: { set: '\${ .decision }' }
`;

it('takes the first decision for what people are asked, and asks nobody', async () => {
  const { state, calls } = await trial(asking);
  expect(state).toMatchObject({ output: { value: 'approve' } });
  expect(calls).toEqual([]);
});

it('decides as a mock does', async () => {
  const output = { decision: 'reject' };
  const { state } = await trial(asking, { mocks: { '/do/0/ask': { output } } });
  expect(state).toMatchObject({ output: { value: 'reject' } });
});

it('ends a run that would not end', async () => {
  const { isEndless } = await trial(`
- again: { set: { a: 1 } }
- back: { set: { a: 2 }, then: again }
`);
  expect(isEndless).toBe(true);
});

it('hides secrets in what it tells', async () => {
  const { state, calls } = await trial(
    `- ask: { call: http, with: { method: post, endpoint: http://example.com/x, body: { key: '\${ $secrets.apiKey }' } } }`,
    {},
    'use: { secrets: [apiKey] }\n',
  );
  expect(JSON.stringify(calls)).toContain('***');
  expect(JSON.stringify({ state, calls })).not.toContain('hidden-key');
});
