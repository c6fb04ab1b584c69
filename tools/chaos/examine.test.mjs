import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine, expectationOf, percentile } from './examine.mjs';

const instance = { id: 'i1', workflowId: 'w', status: 'completed' };

const entry = (seq, type, taskKey, data = {}) => ({
  instanceId: 'i1',
  seq,
  type,
  taskKey,
  data,
});

const log = number => [
  entry(1, 'instance.created'),
  entry(2, 'call.started', '/do/0/a', { kind: 'http' }),
  entry(3, 'call.completed', '/do/0/a', { response: { value: { number } } }),
  entry(4, 'task.completed', '/do/0/a'),
  entry(5, 'instance.completed'),
];

const execution = (number, began, more = {}) => ({
  number,
  key: 'i1/do/0/a',
  replica: 'one',
  began,
  ended: began + 10,
  ...more,
});

const expected = expectationOf({ instances: [instance], entries: log(1) });

function examined(more) {
  const { lost, repeated, broken } = examine({
    accepted: [instance],
    instances: [instance],
    entries: log(1),
    executions: [execution(1, 0)],
    expected,
    ...more,
  });
  return { lost, repeated, broken };
}

test('chaos proof: an undisturbed run is fine', () => {
  assert.deepEqual(examined({}), { lost: [], repeated: [], broken: [] });
});

test('chaos proof: a call that was made again before its completion was recorded is fine', () => {
  const executions = [execution(1, 0), execution(2, 5, { replica: 'two' })];
  const found = examined({ executions, entries: log(2) });
  assert.deepEqual(found, { lost: [], repeated: [], broken: [] });
});

test('chaos proof: a call that was made after its completion was recorded is a repeat', () => {
  const executions = [execution(1, 0), execution(2, 50, { replica: 'two' })];
  assert.deepEqual(examined({ executions }).repeated, [
    'i1/do/0/a was made again by two',
  ]);
});

test('chaos proof: an acknowledged instance that is not there is lost', () => {
  const found = examined({ accepted: [instance, { id: 'i2' }] });
  assert.deepEqual(found.lost, ['instance i2 is not there']);
});

test('chaos proof: an instance that has not completed is lost', () => {
  const found = examined({ instances: [{ ...instance, status: 'pending' }] });
  assert.deepEqual(found.lost, ['w i1 is pending']);
});

test('chaos proof: an entry too few is lost, one too many is repeated, and a gap is broken', () => {
  const entries = log(1).map(one =>
    one.seq === 4 ? entry(6, 'call.started', '/do/0/a') : one,
  );
  assert.deepEqual(examined({ entries }), {
    lost: ['i1: no task.completed /do/0/a'],
    repeated: ['i1: one more call.started /do/0/a'],
    broken: ['the log of i1 has gaps'],
  });
});

test('chaos proof: two owners at a time are found', () => {
  const entries = [
    ...log(1).slice(0, 4),
    entry(5, 'call.started', '/do/1/b', { kind: 'http' }),
    entry(6, 'call.completed', '/do/1/b', {
      response: { value: { number: 2 } },
    }),
  ];
  const executions = [
    execution(1, 0),
    execution(2, 5, { key: 'i1/do/1/b', replica: 'two' }),
  ];
  assert.deepEqual(examined({ entries, executions }).broken, [
    'i1 had two owners at a time',
  ]);
});

test('chaos proof: percentiles are taken of sorted values', () => {
  assert.equal(percentile([3, 1, 2], 0.5), 2);
  assert.equal(percentile([3, 1, 2], 0.99), 3);
});
