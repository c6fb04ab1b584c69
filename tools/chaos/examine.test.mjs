import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine, expectationOf, percentile } from './examine.mjs';

const instance = {
  id: 'i1',
  workflowId: 'w',
  status: 'completed',
  endedAt: 1_000,
};

const entry = (seq, type, taskKey, data = {}, time = seq) => ({
  instanceId: 'i1',
  seq,
  type,
  taskKey,
  time,
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
    schedules: [],
    executions: [execution(1, 0)],
    audited: [],
    faults: 1,
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

test('chaos proof: what the engine finds wrong in its own logs counts', () => {
  const found = examined({ audited: ['i1 does not replay'] });
  assert.deepEqual(found.broken, ['i1 does not replay']);
});

test('chaos proof: a call that was made more often than faults can explain is a repeat', () => {
  const executions = [1, 2, 3].map(number => execution(number, number));
  assert.deepEqual(examined({ executions }).repeated, [
    'i1/do/0/a was made 3 times',
  ]);
});

test('chaos proof: a task that began while its instance was suspended is found', () => {
  const entries = [
    ...log(1).slice(0, 4),
    entry(5, 'instance.suspend_requested'),
    entry(6, 'task.started', '/do/1/b'),
    entry(7, 'instance.resumed'),
    entry(8, 'task.started', '/do/2/c'),
  ];
  assert.deepEqual(examined({ entries }).broken, [
    'i1/do/1/b began while it was suspended',
  ]);
});

test('chaos proof: a call after the end of what was cancelled is found', () => {
  const entries = [...log(1), entry(6, 'instance.cancel_requested')];
  const executions = [execution(1, 0), execution(2, 5_000)];
  assert.deepEqual(examined({ entries, executions }).broken, [
    'i1/do/0/a was called 4000 ms after the end',
  ]);
});

test('chaos proof: a timer that fired early is found', () => {
  const until = new Date(2_000).toISOString();
  const entries = [
    ...log(1).slice(0, 4),
    entry(5, 'task.waiting', '/do/1/wait', { until }),
    entry(6, 'timer.fired', '/do/1/wait', {}, 1_500),
  ];
  assert.deepEqual(examined({ entries }).broken, [
    'the timer of i1/do/1/wait fired 500 ms early',
  ]);
});

test('chaos proof: a child that outlives its parent, and a second child, are found', () => {
  const child = { ...instance, parentId: 'i1', endedAt: 2_000 };
  const instances = [instance, { ...child, id: 'i2' }, { ...child, id: 'i3' }];
  const { broken, repeated } = examined({ instances, expected: new Map() });
  assert.ok(broken.includes('i1 ended before its child i2'));
  assert.ok(repeated.includes('i1 has more than one child'));
});

test('chaos proof: occurrences of a schedule are counted', () => {
  const schedule = { workflowId: 'w', anchorAt: 0 };
  const lost = examined({ schedules: [{ ...schedule, lastAt: 4_000 }] });
  assert.deepEqual(lost.lost, ['1 instances of w for 2 occurrences']);
  const twice = examined({ schedules: [{ ...schedule, lastAt: 0 }] });
  assert.deepEqual(twice.repeated, ['1 instances of w for 0 occurrences']);
});
