import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine, expectationOf, percentile } from './examine.mjs';
import { chooseScenarios, requireFaults } from './scenarios.mjs';

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
  step: 'a',
  replica: 'one',
  began,
  ended: began + 10,
  ...more,
});

const expected = expectationOf({
  instances: [instance],
  entries: log(1),
  executions: [execution(1, 0)],
});

const undisturbedRun = {
  accepted: [instance],
  instances: [instance],
  entries: log(1),
  schedules: [],
  executions: [execution(1, 0)],
  trims: [],
  approvals: [],
  votes: [],
  counted: [],
  jobs: [],
  jobItems: [],
  delivered: new Map(),
  audited: [],
  leftBehind: [],
  faults: [{ from: 0, to: 0 }],
  expected,
};

function examined(more) {
  const { lost, repeated, broken } = examine({ ...undisturbedRun, ...more });
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
    'i1/do/0/a was made 3 times, with 1 faults meanwhile',
  ]);
});

/** Executions at these times of a call that takes ten milliseconds, the answer to the last of which is in the log. */
function examinedTimes(times, faults) {
  const executions = times.map((began, index) => execution(index + 1, began));
  return examined({ executions, entries: log(times.length), faults });
}

const eachSecond = (from, count) =>
  Array.from({ length: count }, (_, index) => from + index * 1_000);

const killAt = at => ({ from: at, to: at });

test('chaos proof: a call that was made again and again while little was broken is a repeat, however much was before and after', () => {
  const before = eachSecond(0, 50).map(killAt);
  const after = eachSecond(200_000, 50).map(killAt);
  const times = Array.from({ length: 40 }, (_, index) => 100_000 + index * 20);
  const faults = [...before, killAt(100_100), ...after];
  assert.deepEqual(examinedTimes(times, faults).repeated, [
    'i1/do/0/a was made 40 times, with 1 faults meanwhile',
  ]);
});

test('chaos proof: a call that was made again after each of three kills is fine', () => {
  const faults = eachSecond(100_005, 3).map(killAt);
  const { repeated } = examinedTimes(eachSecond(100_000, 4), faults);
  assert.deepEqual(repeated, []);
});

test('chaos proof: a call that who took over has made, and who was frozen makes late, is fine', () => {
  const frozen = { from: 100_000, to: 105_000 };
  const { repeated } = examinedTimes([103_100, 105_020], [frozen]);
  assert.deepEqual(repeated, []);
});

test('chaos proof: a call that was made again long after the last fault is a repeat', () => {
  const { repeated } = examinedTimes([106_000, 106_005], [killAt(100_000)]);
  assert.equal(repeated.length, 1);
});

test('chaos: a scenario that is not there is told with those that are', () => {
  assert.deepEqual(
    chooseScenarios(['kill']).map(({ name }) => name),
    ['kill'],
  );
  assert.ok(chooseScenarios([]).length > 1);
  assert.throws(() => chooseScenarios(['kill', 'kil']), {
    name: 'Failure',
    message: /^there is no scenario kil, only kill, freeze, database,/,
  });
});

test('chaos proof: a scenario in which nothing was broken fails', () => {
  const none = { kills: 0, freezes: 0, crashes: 0, cuts: 0 };
  assert.throws(() => requireFaults(none), { message: /nothing was broken/ });
  requireFaults({ ...none, cuts: 1 });
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

test('chaos proof: what is left behind of what was deleted counts', () => {
  const leftBehind = ['3 rows of payloads are left'];
  assert.deepEqual(examined({ leftBehind }).broken, leftBehind);
});

/** An undisturbed instance of a workflow whose tasks come one after the other. */
const one = { ...instance, workflowId: 'sequence' };
const stepAt = (number, step, began) =>
  execution(number, began, { step, key: `i1/do/${step}` });

function examinedSteps(...executions) {
  const due = [stepAt(1, 'do', 0), stepAt(2, 'undo', 20)];
  const expectedSteps = expectationOf({
    instances: [one],
    entries: log(1),
    executions: due,
  });
  const { repeated, broken } = examined({
    accepted: [one],
    instances: [one],
    entries: [],
    executions,
    faults: [{ from: 0, to: 0 }],
    expected: expectedSteps,
  });
  return { repeated, broken };
}

test('chaos proof: steps in their order are fine, also when one is made again before the next', () => {
  const fine = { repeated: [], broken: [] };
  const [first, again] = [stepAt(1, 'do', 0), stepAt(2, 'do', 20)];
  assert.deepEqual(examinedSteps(first, again, stepAt(3, 'undo', 40)), fine);
});

test('chaos proof: a step that is made again after a later one is a repeat, whatever the log says', () => {
  const { repeated } = examinedSteps(
    stepAt(1, 'do', 0),
    stepAt(2, 'undo', 20),
    stepAt(3, 'do', 40),
  );
  assert.deepEqual(repeated, [
    'i1/do/do was made again by one after i1/do/undo',
  ]);
});

test('chaos proof: steps in another order, such as what undoes them, and steps that are missing are found', () => {
  const { broken } = examinedSteps(stepAt(1, 'undo', 0), stepAt(2, 'do', 20));
  assert.deepEqual(broken, ['i1 did undo,do, and not do,undo']);
  const { broken: missing } = examinedSteps(stepAt(1, 'do', 0));
  assert.deepEqual(missing, ['i1 did do, and not do,undo']);
});

test('chaos proof: a log that was trimmed begins where it was trimmed', () => {
  const trimmed = {
    instances: [{ ...instance, checkpointSeq: 4 }],
    entries: log(1).slice(3),
  };
  const trims = [{ instanceId: 'i1', seq: 3 }];
  assert.deepEqual(examined({ ...trimmed, trims }).broken, []);
  assert.deepEqual(examined(trimmed).broken, ['the log of i1 has gaps']);
});

test('chaos proof: a log that was trimmed of its checkpoint is found', () => {
  const found = examined({
    instances: [{ ...instance, checkpointSeq: 3 }],
    entries: log(1).slice(3),
    trims: [{ instanceId: 'i1', seq: 3 }],
  });
  assert.deepEqual(found.broken, [
    'the log of i1 was trimmed of its checkpoint',
  ]);
});

function examinedEvents(...eventIds) {
  const received = eventIds.map((eventId, index) =>
    entry(6 + index, 'event.received', undefined, { eventId }),
  );
  const { repeated, broken } = examined({ entries: [...log(1), ...received] });
  return { repeated, broken };
}

test('chaos proof: events in the order in which they came are fine', () => {
  const found = examinedEvents('item-i1-0', 'go-i1-0', 'item-i1-1');
  assert.deepEqual(found, { repeated: [], broken: [] });
});

test('chaos proof: an event that was taken twice, and one that was overtaken, are found', () => {
  assert.deepEqual(examinedEvents('item-i1-0', 'item-i1-0').repeated, [
    'i1 took item-i1-0 twice',
  ]);
  assert.deepEqual(examinedEvents('item-i1-1', 'item-i1-0').broken, [
    'i1 took item-i1-0 after number 1',
  ]);
});

const voteOf = by => ({ instanceId: 'i1', by });
const approval = { instanceId: 'i1', status: 'decided', decision: 'approve' };
const twoVotes = [voteOf('ada'), voteOf('bob')];

test('chaos proof: an approval with the votes that were acknowledged is fine', () => {
  const found = examined({
    approvals: [approval],
    votes: twoVotes,
    counted: twoVotes,
  });
  assert.deepEqual(found, { lost: [], repeated: [], broken: [] });
});

test('chaos proof: a vote that was acknowledged and is not there is lost', () => {
  const counted = [...twoVotes, voteOf('eve')];
  const found = examined({ approvals: [approval], votes: twoVotes, counted });
  assert.deepEqual(found.lost, ['the vote of eve on i1']);
});

test('chaos proof: a vote too many, two votes of one person, and no decision are found', () => {
  const votes = [...twoVotes, voteOf('bob')];
  const { repeated, broken } = examined({
    approvals: [{ ...approval, status: 'pending' }],
    votes,
  });
  assert.deepEqual(repeated, ['somebody has two votes on i1']);
  assert.deepEqual(broken, ['the approval of i1 is pending', 'i1 has 3 votes']);
});

const batched = { ...instance, workflowId: 'batched' };
const done = { jobId: 'j1', instanceId: 'i1', outcome: 'succeeded' };

function examinedJobs(jobItems, more = {}) {
  return examined({
    instances: [batched],
    jobs: [{ id: 'j1', status: 'completed' }],
    jobItems,
    ...more,
  });
}

test('chaos proof: an instance that one job has retried, and another one has left alone, is fine', () => {
  const late = { ...done, outcome: 'failed', code: 'STATE_CONFLICT' };
  const found = examinedJobs([done, late, { ...done, outcome: 'skipped' }]);
  assert.deepEqual(found, { lost: [], repeated: [], broken: [] });
});

test('chaos proof: an instance that no job has retried, and a job that has not ended, are lost', () => {
  const jobs = [{ id: 'j1', status: 'running' }];
  assert.deepEqual(examinedJobs([], { jobs }).lost, [
    'job j1 is running',
    'no job has retried i1',
  ]);
});

test('chaos proof: an instance that was retried twice, and an outcome that should not be, are found', () => {
  const retried = seq => entry(seq, 'instance.retried');
  const entries = [...log(1), retried(6), retried(7)];
  const failed = { ...done, outcome: 'failed', code: 'FAULT' };
  const { repeated, broken } = examinedJobs([done, failed], { entries });
  assert.deepEqual(repeated, ['i1 was retried 2 times']);
  assert.deepEqual(broken, ['i1 is failed for job j1']);
});

const message = (id, status = 'completed') => ({
  id,
  instanceId: 'i1',
  type: `io.serverlessworkflow.workflow.${status}.v1`,
});

test('chaos proof: an end that was told more often under one id is fine', () => {
  const found = examined({ told: [message('m1'), message('m1')] });
  assert.deepEqual(found, { lost: [], repeated: [], broken: [] });
});

test('chaos proof: an end that nobody was told of, that has two ids, or that was another one, is found', () => {
  assert.deepEqual(examined({ told: [] }).lost, [
    'nobody was told of the end of i1',
  ]);
  const told = [message('m1'), message('m2', 'cancelled')];
  const { repeated, broken } = examined({ told });
  assert.deepEqual(repeated, ['the end of i1 was told under 2 ids']);
  assert.deepEqual(broken, [
    'of i1, completed, was told io.serverlessworkflow.workflow.cancelled.v1',
  ]);
});

test('chaos proof: how late an event came counts from when it was acknowledged and awaited', () => {
  const { eventsLateMs } = examine({
    ...undisturbedRun,
    entries: [
      ...log(1),
      entry(6, 'event.awaited', '/do/1/hear', {}, 2_000),
      entry(7, 'event.received', '/do/1/hear', { eventId: 'go-i1-0' }, 2_300),
    ],
    delivered: new Map([['go-i1-0', 2_100]]),
  });
  assert.deepEqual(eventsLateMs, [200]);
});
