import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import type { EventData, EventType, OrchestratorEvent } from '../events';
import { foldEvents, foldInstance } from './foldInstance';
import { emptyInstance, type InstanceState } from './InstanceState';
import { openApiSpec } from '../generated/spec';
import { parseTaskKey } from '../taskKey';

/** What of an event a test has to say; the envelope is filled in. */
type Entry = {
  [T in EventType]: {
    readonly type: T;
    readonly data: EventData[T];
    readonly key?: string;
    readonly reason?: string;
  };
}[EventType];

const minute = (n: number) =>
  `2026-11-22T03:${`${n}`.padStart(2, '0')}:00.000Z`;

function eventOf({ type, data, key, reason }: Entry, seq: number) {
  return {
    v: 1,
    id: `k7.${seq}`,
    seq,
    type,
    data,
    time: minute(seq % 60),
    instanceId: 'i1',
    workflow: { id: 'hello', version: '1.0.0' },
    ...(key && { task: parseTaskKey(key) }),
    ...(reason && { actor: { kind: 'user', reason } }),
  } as OrchestratorEvent;
}

const logOf = (...entries: Entry[]) =>
  entries.map((entry, index) => eventOf(entry, index + 1));
const fold = (...entries: Entry[]) => foldEvents(logOf(...entries));

const input = { value: { name: 'Ada' } };
const output = { value: { message: 'Hello Ada' } };
const error = { type: 'https://example.org/errors/odd', status: 502 };

const created: Entry = {
  type: 'instance.created',
  data: {
    input,
    initiator: 'user:default/ada',
    targetEntity: 'component:default/a',
  },
};
const started: Entry = { type: 'instance.started', data: {} };
const taskStarted = (key: string, kind = 'set'): Entry => ({
  type: 'task.started',
  key,
  data: { kind, input },
});
const taskCompleted = (key: string): Entry => ({
  type: 'task.completed',
  key,
  data: { output, durationMs: 5 },
});
const retryScheduled = (key: string, attempt: number): Entry => ({
  type: 'task.retry_scheduled',
  key,
  data: { attempt, nextAt: minute(30), error },
});

describe('foldInstance', () => {
  it('tells the whole story of a run that completes', () => {
    expect(
      fold(
        created,
        started,
        taskStarted('/do/0/greet'),
        taskCompleted('/do/0/greet'),
        { type: 'instance.completed', data: { output, durationMs: 9 } },
      ),
    ).toStrictEqual({
      id: 'i1',
      workflow: { id: 'hello', version: '1.0.0' },
      seq: 5,
      epoch: 'k7',
      status: 'completed',
      createdAt: minute(1),
      startedAt: minute(2),
      endedAt: minute(5),
      initiator: 'user:default/ada',
      targetEntity: 'component:default/a',
      input,
      output,
      tasks: [
        {
          key: '/do/0/greet',
          ref: '/do/0/greet',
          name: 'greet',
          kind: 'set',
          status: 'completed',
          startedAt: minute(3),
          endedAt: minute(4),
          input,
          output,
          retries: [],
        },
      ],
    });
  });

  it('says why an instance waits, and no longer when it goes on', () => {
    const waiting = fold(created, started, {
      type: 'instance.status_changed',
      data: { from: 'running', to: 'waiting', because: 'until 03:30' },
    });
    expect(waiting).toMatchObject({
      status: 'waiting',
      because: 'until 03:30',
    });

    const running = foldInstance(
      waiting,
      eventOf(
        {
          type: 'instance.status_changed',
          data: { from: 'waiting', to: 'running' },
        },
        4,
      ),
    );
    expect(running.status).toBe('running');
    expect(running).not.toHaveProperty('because');
  });

  it('keeps the error of an instance that failed until it goes on', () => {
    const failed = fold(created, started, {
      type: 'instance.failed',
      data: { error },
    });
    expect(failed).toMatchObject({ status: 'failed', error });

    const goesOn = foldInstance(
      failed,
      eventOf(
        {
          type: 'instance.status_changed',
          data: { from: 'failed', to: 'running' },
        },
        4,
      ),
    );
    expect(goesOn).not.toHaveProperty('error');
    expect(goesOn).not.toHaveProperty('endedAt');
  });

  it('says why an instance was set aside', () => {
    expect(
      fold(created, started, {
        type: 'instance.suspended',
        data: { reason: 'its log does not fit its definition' },
      }),
    ).toMatchObject({
      status: 'suspended',
      because: 'its log does not fit its definition',
    });
  });

  it('gives an instance that was set aside the status that it had before', () => {
    expect(
      fold(
        created,
        started,
        { type: 'instance.suspended', data: { reason: 'a fault' } },
        {
          type: 'instance.resumed',
          data: { to: 'waiting', because: 'pause: until 03:30' },
        },
      ),
    ).toMatchObject({ status: 'waiting', because: 'pause: until 03:30' });
  });

  describe('of an instance that stands failed at a gate', () => {
    const key = '/do/0/fetch';
    const failed: Entry[] = [
      created,
      started,
      taskStarted(key, 'call'),
      {
        type: 'task.failed',
        key,
        data: { error, final: true, canRetry: true },
      },
      { type: 'instance.failed', data: { error, canRetry: true } },
    ];

    it('says that it can go on', () => {
      expect(fold(...failed)).toMatchObject({
        status: 'failed',
        canRetry: true,
        tasks: [{ status: 'failed', canRetry: true }],
      });
    });

    it('runs again once it is retried, its failed task being what it was', () => {
      const state = fold(...failed, {
        type: 'instance.retried',
        data: { rerun: [key] },
      });
      expect(state.status).toBe('running');
      for (const member of ['endedAt', 'error', 'canRetry']) {
        expect(state).not.toHaveProperty(member);
      }
      expect(state.tasks[0]).toMatchObject({ status: 'failed', error });
      expect(state.tasks[0]).not.toHaveProperty('canRetry');
    });

    it.each<[string, Entry]>([
      ['skipped', { type: 'task.skipped', key, data: { why: 'user' } }],
      ['completed', taskCompleted(key)],
      ['failed', { type: 'task.failed', key, data: { error, final: true } }],
    ])('shows what was decided of the task: %s', (status, entry) => {
      const [task] = fold(
        ...failed,
        { type: 'task.acted', key, data: { action: 'skip' } },
        entry,
      ).tasks;
      expect(task.status).toBe(status);
      expect(task).not.toHaveProperty('canRetry');
    });
  });

  it('shows a task that does not begin while its instance is suspended', () => {
    const held: Entry[] = [
      created,
      { type: 'task.held', key: '/do/0/greet', data: {} },
    ];
    expect(fold(...held).tasks[0].status).toBe('suspended');
    expect(fold(...held, taskStarted('/do/0/greet')).tasks).toMatchObject([
      { status: 'running' },
    ]);
  });

  it('says why an instance was cancelled', () => {
    expect(
      fold(created, {
        type: 'instance.cancelled',
        data: { forced: false },
        reason: 'wrong input',
      }),
    ).toMatchObject({ status: 'cancelled', because: 'wrong input' });
  });

  it('lists executions of a task of a loop apart, in order of first appearance', () => {
    const { tasks } = fold(
      created,
      taskStarted('/do/0/each', 'for'),
      taskStarted('/do/0/each/do/0/fetch[1]'),
      taskStarted('/do/0/each/do/0/fetch[0]'),
      taskCompleted('/do/0/each/do/0/fetch[1]'),
    );
    expect(tasks.map(task => [task.name, task.iteration, task.status])).toEqual(
      [
        ['each', undefined, 'running'],
        ['fetch', '1', 'completed'],
        ['fetch', '0', 'running'],
      ],
    );
  });

  it('shows until when a task waits, and runs it again when its timer fires', () => {
    const waits: Entry[] = [
      created,
      taskStarted('/do/0/pause', 'wait'),
      {
        type: 'task.waiting',
        key: '/do/0/pause',
        data: { kind: 'timer', until: minute(30) },
      },
    ];
    expect(fold(...waits).tasks[0]).toMatchObject({
      status: 'waiting',
      waitingUntil: minute(30),
    });

    const [task] = fold(...waits, {
      type: 'timer.fired',
      key: '/do/0/pause',
      data: { timerId: 't1', purpose: 'wait' },
    }).tasks;
    expect(task.status).toBe('running');
    expect(task).not.toHaveProperty('waitingUntil');
  });

  it('shows whom a task asks, until they have decided', () => {
    const asks: Entry[] = [
      created,
      taskStarted('/do/0/ask', 'call'),
      {
        type: 'approval.requested',
        key: '/do/0/ask',
        data: {
          effectId: '/do/0/ask:approval',
          approvalId: 'a1',
          title: 'Drop it?',
          approvers: ['group:default/dba'],
          decisions: ['approve', 'reject'],
          required: 1,
          excludeInitiator: false,
          dueAt: minute(30),
          request: { value: {} },
        },
      },
    ];
    const approval = {
      id: 'a1',
      title: 'Drop it?',
      approvers: ['group:default/dba'],
      dueAt: minute(30),
    };
    expect(fold(...asks).tasks[0]).toMatchObject({
      status: 'waiting',
      approval,
    });
    const [task] = fold(...asks, {
      type: 'approval.resolved',
      key: '/do/0/ask',
      data: {
        effectId: '/do/0/ask:approval',
        approvalId: 'a1',
        response: { value: { decision: 'approve' } },
      },
    }).tasks;
    expect(task).toMatchObject({ status: 'running', approval });
  });

  it('does not wake a waiting task when a timeout fires', () => {
    expect(
      fold(
        created,
        taskStarted('/do/0/pause', 'wait'),
        {
          type: 'task.waiting',
          key: '/do/0/pause',
          data: { kind: 'timer', until: minute(30) },
        },
        {
          type: 'timer.fired',
          key: '/do/0/pause',
          data: { timerId: 't1', purpose: 'timeout' },
        },
      ).tasks[0].status,
    ).toBe('waiting');
  });

  it('has a task end when it failed, and not when that was decided to be its end', () => {
    const key = '/do/0/fetch';
    const failed = (canRetry: boolean): Entry => ({
      type: 'task.failed',
      key,
      data: { error, final: true, ...(canRetry && { canRetry }) },
    });
    const before = [created, taskStarted(key, 'call'), failed(true)];
    const [{ endedAt }] = fold(...before).tasks;
    const [after] = fold(
      ...before,
      taskStarted('/do/0/other'),
      failed(false),
    ).tasks;
    expect(endedAt).toBeDefined();
    expect(after.endedAt).toBe(endedAt);
    expect(after.canRetry).toBeUndefined();
  });

  describe('of a try that is scheduled again', () => {
    const guard = '/do/0/each/do/0/guard[3]';
    const failedOnce: Entry[] = [
      created,
      taskStarted(guard, 'try'),
      taskStarted('/do/0/each/do/0/guard/try/0/fetch[3]', 'call'),
      {
        type: 'task.failed',
        key: '/do/0/each/do/0/guard/try/0/fetch[3]',
        data: { error, final: false },
      },
      retryScheduled(guard, 2),
    ];
    const guardAfter = (...more: Entry[]) =>
      fold(...failedOnce, ...more).tasks.find(task => task.key === guard)!;

    it('is retrying, with the attempts and their errors', () => {
      expect(guardAfter()).toMatchObject({
        status: 'retrying',
        waitingUntil: minute(30),
        retries: [{ attempt: 2, nextAt: minute(30), error }],
      });
    });

    it.each<[string, Entry]>([
      [
        'its back-off is over',
        {
          type: 'timer.fired',
          key: guard,
          data: { timerId: 't1', purpose: 'backoff' },
        },
      ],
      [
        'a task of its next attempt starts',
        taskStarted('/do/0/each/do/0/guard/try/0/fetch[3.a2]', 'call'),
      ],
      ['it starts itself', taskStarted(guard, 'try')],
    ])('runs again when %s', (_, entry) => {
      const task = guardAfter(entry);
      expect(task.status).toBe('running');
      expect(task).not.toHaveProperty('waitingUntil');
      expect(task.retries).toHaveLength(1);
    });

    it('keeps backing off when a task of another iteration starts', () => {
      expect(
        guardAfter(
          taskStarted('/do/0/each/do/0/guard/try/0/fetch[4.a2]', 'call'),
        ).status,
      ).toBe('retrying');
    });
  });

  it('tells the latest retries of a task that is tried again and again, and how many it leaves out', () => {
    const key = '/do/0/guard';
    const tries = Array.from({ length: 20_000 }, (_, nth) =>
      retryScheduled(key, nth + 2),
    );
    const [task] = fold(created, taskStarted(key, 'try'), ...tries).tasks;
    expect(task.retries).toHaveLength(50);
    expect(task.retries[49].attempt).toBe(20_001);
    expect(task.retriesLeftOut).toBe(19_950);
  });

  it('remembers the last call of a task and how it ended', () => {
    const calls: Entry[] = [
      taskStarted('/do/0/fetch', 'call'),
      {
        type: 'call.started',
        key: '/do/0/fetch',
        data: { callId: 'c1', kind: 'http', target: 'GET http://localhost/a' },
      },
    ];
    expect(fold(created, ...calls).tasks[0].call).toStrictEqual({
      target: 'GET http://localhost/a',
    });
    expect(
      fold(created, ...calls, {
        type: 'call.completed',
        key: '/do/0/fetch',
        data: { callId: 'c1', ok: false, status: 503, durationMs: 7 },
      }).tasks[0].call,
    ).toStrictEqual({
      target: 'GET http://localhost/a',
      ok: false,
      status: 503,
    });
  });

  it('has nothing to say of no event at all', () => {
    expect(() => foldEvents([])).toThrow('There is nothing to fold');
    expect(foldEvents([], emptyInstance('i1'))).toEqual(emptyInstance('i1'));
  });
});

const taskStatuses = ({ tasks }: InstanceState) =>
  tasks.map(task => task.status).join();

describe('foldInstance, whatever the log holds', () => {
  const someKey = fc.constantFrom(
    '/do/0/greet',
    '/do/1/guard',
    '/do/1/guard/try/0/fetch',
    '/do/1/guard/try/0/fetch[a2]',
    '/do/2/each/do/0/guard[0]',
    '/do/2/each/do/0/guard/try/0/fetch[0.a2]',
  );
  const someStatus = fc.constantFrom(
    'pending' as const,
    'running' as const,
    'waiting' as const,
    'completed' as const,
    'failed' as const,
  );
  const someTaskEntry: fc.Arbitrary<Entry> = someKey.chain(key =>
    fc.constantFrom<Entry>(
      taskStarted(key),
      taskCompleted(key),
      retryScheduled(key, 2),
      { type: 'task.failed', key, data: { error, final: true } },
      { type: 'task.waiting', key, data: { kind: 'timer', until: minute(1) } },
      {
        type: 'task.failed',
        key,
        data: { error, final: true, canRetry: true },
      },
      { type: 'task.held', key, data: {} },
      { type: 'task.acted', key, data: { action: 'retry' } },
      { type: 'task.skipped', key, data: { why: 'if' } },
      { type: 'task.cancelled', key, data: {} },
      { type: 'timer.fired', key, data: { timerId: 't1', purpose: 'backoff' } },
      {
        type: 'call.started',
        key,
        data: { callId: 'c', kind: 'http', target: 'GET http://localhost' },
      },
      {
        type: 'call.completed',
        key,
        data: { callId: 'c', ok: true, status: 200, durationMs: 1 },
      },
    ),
  );
  const someInstanceEntry: fc.Arbitrary<Entry> = fc.oneof(
    fc.constantFrom<Entry>(
      created,
      started,
      { type: 'instance.completed', data: { output, durationMs: 1 } },
      { type: 'instance.failed', data: { error } },
      { type: 'instance.failed', data: { error, canRetry: true } },
      { type: 'instance.suspended', data: { reason: 'why' } },
      { type: 'instance.suspend_requested', data: {} },
      { type: 'instance.resumed', data: {} },
      { type: 'instance.resumed', data: { to: 'waiting', because: 'why' } },
      { type: 'instance.retried', data: { rerun: ['/do/0/greet'] } },
      { type: 'instance.act_refused', data: { act: 'resume', why: 'why' } },
      { type: 'instance.cancel_requested', data: {} },
      { type: 'instance.cancelled', data: { forced: true }, reason: 'why' },
    ),
    fc.record({ from: someStatus, to: someStatus }).map<Entry>(data => ({
      type: 'instance.status_changed',
      data: { ...data, because: 'why' },
    })),
  );
  const someLog = fc
    .array(fc.oneof(someTaskEntry, someInstanceEntry), { maxLength: 40 })
    .map(entries => logOf(created, ...entries));

  it('gives the same state for every way to cut it', () => {
    fc.assert(
      fc.property(someLog, fc.array(fc.nat(41)), (log, cuts) => {
        const whole = foldEvents(log);
        const bounds = [0, ...cuts.sort((a, b) => a - b), log.length];
        const inPieces = bounds
          .slice(1)
          .reduce(
            (state, end, i) => foldEvents(log.slice(bounds[i], end), state),
            emptyInstance('i1'),
          );
        const oneByOne = log.reduce(foldInstance, emptyInstance('i1'));
        expect(inPieces).toStrictEqual(whole);
        expect(oneByOne).toStrictEqual(whole);
      }),
    );
  });

  it('gives a state, from events, as the contract has them', () => {
    const ajv = new Ajv({ strict: false });
    ajv.addSchema({ ...openApiSpec, $id: 'contract' });
    const schemas = 'contract#/components/schemas';
    fc.assert(
      fc.property(someLog, log => {
        ajv.validate({ $ref: `${schemas}/InstanceState` }, foldEvents(log));
        expect(ajv.errors).toBeNull();
        ajv.validate(
          { type: 'array', items: { $ref: `${schemas}/OrchestratorEvent` } },
          log,
        );
        expect(ajv.errors).toBeNull();
      }),
    );
  });

  it('ignores what it has already seen', () => {
    fc.assert(
      fc.property(someLog, fc.nat(40), (log, from) => {
        const whole = foldEvents(log);
        expect(foldEvents(log.slice(from), whole)).toStrictEqual(whole);
      }),
    );
  });

  it('changes the status of the instance by events of the instance only, and of a task by events that name one', () => {
    fc.assert(
      fc.property(someLog, log => {
        const steps = log.map((event, i) => ({
          event,
          before: foldEvents(log.slice(0, i), emptyInstance('i1')),
          after: foldEvents(log.slice(0, i + 1)),
        }));
        const changers = steps.filter(
          ({ before, after }) => before.status !== after.status,
        );
        const taskChangers = steps.filter(
          ({ before, after }) => taskStatuses(before) !== taskStatuses(after),
        );
        expect(
          changers.filter(({ event }) => !event.type.startsWith('instance.')),
        ).toEqual([]);
        expect(taskChangers.filter(({ event }) => !event.task)).toEqual([]);
      }),
    );
  });

  it('only advances by an event of a type that it does not know', () => {
    fc.assert(
      fc.property(someLog, fc.string(), (log, suffix) => {
        const before = foldEvents(log);
        const unknown = {
          ...eventOf(started, before.seq + 1),
          type: `future.${suffix}`,
          task: parseTaskKey('/do/9/unheard'),
        } as unknown as OrchestratorEvent;
        expect(foldInstance(before, unknown)).toStrictEqual({
          ...before,
          seq: before.seq + 1,
        });
      }),
    );
  });

  it('never changes the state it begins with', () => {
    fc.assert(
      fc.property(someLog, someLog, (log, more) => {
        const before = deepFreeze(foldEvents(log));
        const later = more.map((event, i) => ({
          ...event,
          seq: before.seq + i + 1,
        }));
        expect(foldEvents(later, before).seq).toBe(before.seq + later.length);
      }),
    );
  });
});

function deepFreeze<T extends object>(value: T): T {
  Object.values(value).forEach(member => {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  });
  return Object.freeze(value);
}

it('tells what an instance is known by, and which one has started it', () => {
  const state = fold({
    type: 'instance.created',
    data: {
      input,
      businessKey: 'order-4711',
      labels: { team: 'booking' },
      parent: { instanceId: 'i0', effectId: '/do/0/call:child' },
    },
  });
  expect(state).toMatchObject({
    businessKey: 'order-4711',
    labels: { team: 'booking' },
    parent: { instanceId: 'i0' },
  });
});
