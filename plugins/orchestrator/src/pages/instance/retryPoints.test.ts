import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { retryPoints, retryScope } from './retryPoints';

const error = { type: 'https://example.com/errors/down', status: 503 };

/** A run that did these tasks, in order, and then failed at the last one of them. */
function failedAt(...tasks: readonly string[]) {
  const log = new InstanceLog('i', 'w', '2026-01-01T10:00:00Z');
  for (const task of tasks) {
    const data = { kind: 'set', input: { value: {} } };
    log.add({ type: 'task.started', task, data });
  }
  log.add({
    type: 'task.failed',
    task: tasks.at(-1),
    data: { error, final: true, canRetry: true },
  });
  return foldEvents(log.events);
}

it('offers the tasks before the one that has failed, the nearest first', () => {
  const state = failedAt('/do/0/create', '/do/1/check', '/do/2/drop');
  expect(retryPoints(state).map(({ name }) => name)).toEqual([
    'drop',
    'check',
    'create',
  ]);
});

it('offers what is in a list around the failure, not what was in another task', () => {
  const state = failedAt(
    '/do/0/both',
    '/do/0/both/do/0/inner',
    '/do/1/guard',
    '/do/1/guard/do/0/one',
    '/do/1/guard/do/1/two',
  );
  expect(retryPoints(state).map(({ name }) => name)).toEqual([
    'two',
    'one',
    'guard',
    'both',
  ]);
});

it('offers nothing of a run that cannot go on', () => {
  const state = foldEvents(
    new InstanceLog('i', 'w', '2026-01-01T10:00:00Z').add({
      type: 'task.started',
      task: '/do/0/a',
      data: { kind: 'set', input: { value: {} } },
    }).events,
  );
  expect(retryPoints(state)).toEqual([]);
});

it('tells what begins anew and what is kept', () => {
  const state = failedAt('/do/0/create', '/do/1/check', '/do/2/drop');
  expect(retryScope(state, '/do/1/check')).toEqual({
    again: ['check', 'drop'],
    kept: ['create'],
  });
});
