import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine } from './proof.mjs';

const at = second => `2026-01-01T00:00:0${second}.000Z`;
const completed = (task, second) => ({
  type: 'call.completed',
  time: at(second),
  instanceId: 'i1',
  task: { runId: task },
  data: { ok: true },
});
const arrived = (key, second, status = 201) => ({
  id: second,
  time: at(second),
  idempotencyKey: key,
  status,
});

test('proof: a call that was made once and recorded is fine', () => {
  assert.deepEqual(examine([completed('/do/0', 2)], [arrived('i1/do/0', 1)]), {
    completedCalls: 1,
    repeated: [],
    strange: [],
    inFlightRepeats: [],
    unseen: [],
  });
});

test('proof: a request after the completion was recorded is a repeat', () => {
  const late = arrived('i1/do/0', 3);

  const { repeated } = examine(
    [completed('/do/0', 2)],
    [arrived('i1/do/0', 1), late],
  );

  assert.deepEqual(repeated, [late]);
});

test('proof: a second request before the completion was recorded is told apart', () => {
  const again = arrived('i1/do/0', 2);

  const { repeated, inFlightRepeats } = examine(
    [completed('/do/0', 3)],
    [arrived('i1/do/0', 1, null), again],
  );

  assert.deepEqual(repeated, []);
  assert.deepEqual(inFlightRepeats, [again]);
});

test('proof: a recorded call that the service never answered is unseen', () => {
  const { unseen } = examine(
    [completed('/do/0', 2)],
    [arrived('i1/do/0', 1, null)],
  );

  assert.deepEqual(unseen, ['i1/do/0']);
});

test('proof: a request that belongs to no completed call is strange', () => {
  const other = arrived('i1/do/9', 1);
  const keyless = arrived(null, 1);

  const { strange } = examine([], [other, keyless]);

  assert.deepEqual(strange, [other, keyless]);
});
