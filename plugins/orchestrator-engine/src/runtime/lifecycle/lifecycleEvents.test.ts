import { runInMemory, workflowText } from '../../__testUtils__/runInMemory';
import type { LogEntry } from '../../store/InstanceStore';
import { lifecycleEvents, type LifecycleLevel } from './lifecycleEvents';

const instance = {
  id: 'i-1',
  workflowId: 'samples.order',
  workflowVersion: '1.2.0',
  epoch: 'e',
  status: 'running',
} as const;

const base = 'io.serverlessworkflow.';

function eventsOf(entry: LogEntry, level: LifecycleLevel = 'all') {
  const source = 'http://portal/api/orchestrator';
  return lifecycleEvents({ entry, instance }, { level, source });
}

async function typesOf(tasks: string, level: LifecycleLevel) {
  const { log } = await runInMemory({
    definition: workflowText(tasks),
    answer: (_uri, nth) => (nth === 1 ? { status: 503 } : { value: 1 }),
    events: [{ type: 'paid', afterMs: 5 }],
  });
  return log
    .flatMap(entry => eventsOf(entry, level))
    .map(({ type }) => type.slice(base.length).replace('.v1', ''));
}

const tasks = `
  - pause: { wait: PT1S }
  - hear: { listen: { to: { one: { with: { type: paid } } } } }
  - guard:
      try:
        - get: { call: http, with: { method: get, endpoint: http://x/1 } }
      catch:
        retry: { delay: PT1S, limit: { attempt: { count: 1 } } }`;

it('tells the life of a workflow', async () => {
  const types = await typesOf(tasks, 'workflow');
  expect(types.filter(type => !type.includes('status'))).toEqual([
    'workflow.started',
    'workflow.correlation-started',
    'workflow.correlation-completed',
    'workflow.completed',
  ]);
});

it('tells the lives of its tasks', async () => {
  const types = await typesOf(tasks, 'all');
  const ofTasks = types.filter(type => type.startsWith('task.'));
  expect(ofTasks).toEqual([
    ...['created', 'started', 'suspended', 'resumed', 'completed'].map(of),
    ...['created', 'started', 'suspended', 'resumed', 'completed'].map(of),
    ...['created', 'started', 'created', 'started', 'faulted'].map(of),
    ...['retried', 'created', 'started', 'completed', 'completed'].map(of),
  ]);
});

function of(kind: string): string {
  return `task.${kind}`;
}

it('says whose event it is, and has the same id each time', () => {
  const entry: LogEntry = {
    seq: 2,
    type: 'instance.started',
    time: 0,
    data: {},
  };
  const [event] = eventsOf(entry);
  expect(event).toEqual({
    specversion: '1.0',
    id: 'e.2.workflow.started',
    source: 'http://portal/api/orchestrator/v2/instances/i-1',
    type: 'io.serverlessworkflow.workflow.started.v1',
    time: '1970-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      name: 'order-i-1.samples',
      definition: { name: 'order', namespace: 'samples', version: '1.2.0' },
      startedAt: '1970-01-01T00:00:00.000Z',
    },
  });
  expect(eventsOf(entry)).toEqual([event]);
});

it('refers to an output that is kept apart', () => {
  const output = { ref: 'abc', bytes: 5000, sha256: 'abc', preview: '{' };
  const [event] = eventsOf({
    seq: 9,
    type: 'instance.completed',
    time: 0,
    data: { output, durationMs: 1 },
  });
  expect(event.data).toMatchObject({
    outputUri: 'http://portal/api/orchestrator/v2/instances/i-1/payloads/abc',
  });
});

it.each([
  ['failed', 'faulted'],
  ['retrying', 'waiting'],
  ['running', 'running'],
])('calls the status %s by the word of the specification', (to, status) => {
  const [event] = eventsOf({
    seq: 3,
    type: 'instance.status_changed',
    time: 0,
    data: { from: 'pending', to },
  });
  expect(event.data).toMatchObject({ status });
});

describe('what people are asked', () => {
  const asked = {
    effectId: 'x',
    approvalId: 'a-1',
    title: 'Go on?',
    approvers: ['group:default/ops'],
    decisions: ['approve', 'reject'],
    required: 1,
    excludeInitiator: false,
    request: { value: {} },
  };

  const approvalEvents = (
    type: LogEntry['type'],
    data: LogEntry['data'],
    level: LifecycleLevel,
  ) =>
    eventsOf({ seq: 4, type, time: 0, taskKey: '/do/0/ask[2]', data }, level);

  it('is an event of its own, with where to decide it', () => {
    const [event] = approvalEvents('approval.requested', asked, 'workflow');

    expect(event).toMatchObject({
      id: 'e.4.approval.requested',
      type: 'io.backstage.orchestrator.approval.requested.v1',
      subject: '/do/0/ask',
      data: {
        workflow: 'order-i-1.samples',
        task: '/do/0/ask',
        approvalId: 'a-1',
        approvalUri: 'http://portal/api/orchestrator/v2/approvals/a-1',
        title: 'Go on?',
        approvers: ['group:default/ops'],
        decisions: ['approve', 'reject'],
        required: 1,
      },
    });
  });

  it('is one more when it is decided, with the decision and who made it', () => {
    const response = { value: { decision: 'reject', by: 'user:default/ada' } };
    const resolved = { effectId: 'x', approvalId: 'a-1', response };
    const events = approvalEvents('approval.resolved', resolved, 'all');

    expect(events.map(({ type }) => type)).toEqual([
      'io.serverlessworkflow.task.resumed.v1',
      'io.backstage.orchestrator.approval.resolved.v1',
    ]);
    expect(events[1].data).toMatchObject({
      approvalId: 'a-1',
      decision: 'reject',
      by: 'user:default/ada',
    });
  });

  it('refers to an answer that is kept apart', () => {
    const response = { ref: 'abc', bytes: 5000, sha256: 'abc', preview: '{' };
    const resolved = { effectId: 'x', approvalId: 'a-1', response };
    const [event] = approvalEvents('approval.resolved', resolved, 'workflow');

    expect(event.data).toMatchObject({
      responseUri:
        'http://portal/api/orchestrator/v2/instances/i-1/payloads/abc',
    });
  });
});
