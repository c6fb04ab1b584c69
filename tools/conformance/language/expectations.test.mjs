import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireOutcome } from './expectations.mjs';

const plain = { isReplaying: false };

const outcome = {
  status: 'completed',
  output: { n: 1, id: '0123456789' },
  calls: [
    {
      method: 'POST',
      url: new URL('https://x.test/a'),
      headers: { a: 'b', c: 'd' },
      body: { n: 1 },
    },
  ],
  emitted: [{ type: 'a', data: 1 }],
  history: [
    { type: 'task.started', taskKey: '/do/0/a' },
    { type: 'task.completed', taskKey: '/do/0/a' },
  ],
  elapsedMs: 5000,
  warnings: [],
};

const failed = {
  ...outcome,
  status: 'failed',
  output: undefined,
  error: {
    type: 'https://serverlessworkflow.io/spec/1.0.0/errors/timeout',
    status: 408,
    detail: 'it took too long',
  },
};

test('expectations: are met by what is as expected', () => {
  requireOutcome(
    outcome,
    {
      output: { n: 1, id: '<id>' },
      calls: ['POST https://x.test/a'],
      requests: [
        { POST: 'https://x.test/a', headers: { a: 'b' }, body: { n: 1 } },
      ],
      emitted: [{ type: 'a' }],
      tasks: { '/do/0/a': 'completed' },
      elapsed: 5,
    },
    plain,
  );
  requireOutcome(
    failed,
    { error: { type: 'timeout', detail: 'too long' } },
    plain,
  );
});

for (const expected of [
  { output: { n: 1 } },
  { output: { n: 2, id: '<id>' } },
  { status: 'waiting' },
  { calls: [] },
  { requests: [{ POST: 'https://x.test/a', headers: { a: 'x' } }] },
  { requests: [{ POST: 'https://x.test/a', body: { n: 2 } }] },
  { emitted: [] },
  { tasks: { '/do/0/a': 'skipped' } },
  { elapsed: 4 },
  { error: { status: 408 } },
]) {
  test(`expectations: are not met where ${JSON.stringify(
    expected,
  )} is wanted`, () => {
    assert.throws(() => requireOutcome(outcome, expected, plain), {
      name: 'Failure',
    });
  });
}

test('expectations: an error of another type or status is another error', () => {
  for (const error of [
    { type: 'runtime' },
    { status: 500 },
    { detail: 'no' },
  ]) {
    assert.throws(() => requireOutcome(failed, { error }, plain));
  }
});

test('expectations: what is replayed may be a little late, never early', () => {
  const replayed = { isReplaying: true };
  requireOutcome(outcome, { elapsed: 4.9 }, replayed);
  assert.throws(() => requireOutcome(outcome, { elapsed: 5.1 }, replayed));
  assert.throws(() => requireOutcome(outcome, { elapsed: 1 }, replayed));
});
