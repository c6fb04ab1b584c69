import {
  emptyInstance,
  foldEvents,
  foldInstance,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { createProfile } from './createProfile';
import type { ProfileName } from './EventProfile';

const error = { type: 'about:blank', status: 502, title: 'Bad Gateway' };
const at = '2026-01-01T00:00:00.000Z';

/** A log of one task that fails, backs off, waits and completes. */
const log = [
  ['instance.created', undefined, { input: { value: {} } }],
  ['instance.started', undefined, {}],
  ['instance.status_changed', undefined, { from: 'pending', to: 'running' }],
  ['task.started', '/do/0/a', { kind: 'try', input: { value: {} } }],
  ['task.started', '/do/0/a/try/0/b', { kind: 'call', input: { value: {} } }],
  [
    'call.started',
    '/do/0/a/try/0/b',
    { callId: 'c1', kind: 'http', target: 'GET http://x' },
  ],
  [
    'call.completed',
    '/do/0/a/try/0/b',
    { callId: 'c1', ok: false, status: 502, durationMs: 3, error },
  ],
  ['task.failed', '/do/0/a/try/0/b', { error, final: false }],
  ['task.retry_scheduled', '/do/0/a', { attempt: 2, of: 3, nextAt: at, error }],
  [
    'instance.status_changed',
    undefined,
    { from: 'running', to: 'retrying', because: 'a: attempt 2' },
  ],
  ['task.skipped', '/do/1/c', { why: 'if' }],
  ['task.completed', '/do/0/a', { output: { value: 1 }, durationMs: 9 }],
  ['instance.status_changed', undefined, { from: 'retrying', to: 'completed' }],
  ['instance.completed', undefined, { output: { value: 1 }, durationMs: 10 }],
].map(([type, key, data], index) => ({
  v: 1,
  id: `k1.${index + 1}`,
  seq: index + 1,
  type,
  time: at,
  instanceId: 'i1',
  workflow: { id: 'w', version: '1.0.0' },
  ...(key !== undefined && {
    task: { ref: key, name: `${key}`.split('/').at(-1), runId: key },
  }),
  data,
})) as unknown as OrchestratorEvent[];

function projected(name: ProfileName, types?: string[]) {
  const profile = createProfile(name, types);
  profile.begin(emptyInstance('i1'));
  return log.flatMap(event => {
    const message = profile.project(event);
    return message ? [{ seq: event.seq, ...message }] : [];
  });
}

describe('profile full', () => {
  it('sends every event as it is', () => {
    expect(projected('full').map(({ data }) => data)).toEqual(log);
  });

  it('sends only the types that are asked for', () => {
    const sent = projected('full', ['task.failed', 'instance.completed']);
    expect(sent.map(({ event }) => event)).toEqual([
      'task.failed',
      'instance.completed',
    ]);
  });
});

describe('profile status', () => {
  it('sends how the instance, its tasks and its calls stand', () => {
    expect(projected('status').map(({ seq, event }) => [seq, event])).toEqual([
      [2, 'status_updated'],
      [4, 'task_changed'],
      [5, 'task_changed'],
      [6, 'tool_started'],
      [7, 'tool_completed'],
      [8, 'task_changed'],
      [9, 'task_changed'],
      [10, 'status_updated'],
      [11, 'task_changed'],
      [12, 'task_changed'],
      [13, 'status_updated'],
    ]);
  });

  it('says what the status was before, and when the next attempt is', () => {
    const sent = projected('status');
    expect(sent.find(({ seq }) => seq === 9)?.data).toMatchObject({
      task: '/do/0/a',
      status: 'retrying',
      previousStatus: 'running',
      nextAttemptAt: at,
    });
    expect(sent.find(({ seq }) => seq === 10)?.data).toMatchObject({
      status: 'retrying',
      previousStatus: 'running',
      because: 'a: attempt 2',
    });
  });

  it('gives the status that folding the whole log gives', () => {
    const last = projected('status').findLast(
      ({ event }) => event === 'status_updated',
    );
    expect(last?.data).toMatchObject({ status: foldEvents(log).status });
  });
});

describe('profile graph', () => {
  it('sends what becomes of the nodes, and how the workflow ends', () => {
    expect(projected('graph').map(({ seq, event }) => [seq, event])).toEqual([
      [2, 'state_sync'],
      [4, 'node_started'],
      [5, 'node_started'],
      [8, 'node_failed'],
      [9, 'node_failed'],
      [10, 'state_sync'],
      [11, 'node_completed'],
      [12, 'node_completed'],
      [13, 'state_sync'],
      [14, 'workflow_completed'],
    ]);
  });

  it('tells a node that is tried again from one that has failed', () => {
    const failed = projected('graph').filter(
      ({ event }) => event === 'node_failed',
    );
    expect(failed.map(({ data }) => data)).toMatchObject([
      { nodeId: '/do/0/a/try/0/b', willRetry: false },
      { nodeId: '/do/0/a', willRetry: true, nextAttemptAt: at },
    ]);
  });

  it('tells of a loop no more than its first two hundred iterations', () => {
    const profile = createProfile('graph');
    profile.begin(emptyInstance('i1'));
    const started = (iteration: number) =>
      profile.project({
        ...log[3],
        seq: iteration + 1,
        task: {
          ref: '/do/0/x',
          name: 'x',
          iteration: `${iteration}`,
          runId: `/do/0/x[${iteration}]`,
        },
      } as OrchestratorEvent);
    expect(started(199)).toMatchObject({ event: 'node_started' });
    expect(started(200)).toBeUndefined();
  });
});

it.each(['status', 'graph'] as const)(
  'profile %s begins with the whole state in its own words',
  name => {
    const state = log.slice(0, 9).reduce(foldInstance, emptyInstance('i1'));
    const { event, data } = createProfile(name).snapshot(state, {
      time: at,
      reason: 'epoch',
    });
    expect(event).toBe(name === 'status' ? 'initial_status' : 'state_sync');
    expect(data).toMatchObject({
      id: 'k1.9',
      status: 'running',
      reason: 'epoch',
    });
  },
);
