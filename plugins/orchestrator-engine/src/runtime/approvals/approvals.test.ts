import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import type { Approval } from '../../store/ApprovalStore';
import { KnexApprovalStore } from '../../store/knex/KnexApprovalStore';
import { openStores } from '../../store/knex/openStores';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';

const DAY_MS = 24 * 60 * 60 * 1000;

const asking = (more = '', rest = '') =>
  workflowText(`
  - ask:
      call: approval
      with: { title: 'Drop \${ .name }?', approvers: [user:jane, group:dba], due: P2D${more} }${rest}
  - next: { set: { decision: '\${ .decision }', by: '\${ .by }' } }`);

const by = (name: string) => ({
  actor: { kind: 'user', ref: `user:default/${name}` } as const,
});

jest.setTimeout(180_000);

describe.each(databaseIds)('approvals on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  let store: KnexApprovalStore;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    store = new KnexApprovalStore(knex);
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop({ graceMs: 0 });
  });

  async function begin(
    backend = new TestBackend(knex, clock, uri => ({ value: uri })),
  ) {
    const runtime = await backend.begin();
    running.push(runtime);
    return { backend, runtime };
  }

  function start(runtime: EmbeddedRuntime) {
    const input = { name: 'orders' };
    const initiator = 'user:default/ada';
    return runtime.start({ workflowId: 'under-test', input, initiator });
  }

  /** The instance waits for people, and no worker holds it. */
  async function untilParked(backend: TestBackend, id: string) {
    await backend.until(`${id} is parked`, async () => {
      const [row] = await knex('instances').where({ id });
      return row.status === 'waiting' && row.owner === null;
    });
  }

  async function parked(text = asking()) {
    const { backend, runtime } = await begin();
    await backend.publish(text);
    const id = await start(runtime);
    await untilParked(backend, id);
    const [approval] = await store.list({
      filter: { instanceId: id, status: 'pending' },
      limit: 10,
    });
    return { backend, runtime, id, approval };
  }

  async function outputOf(backend: TestBackend, id: string) {
    const output = (await backend.reader.get(id))?.output;
    return output && 'value' in output ? output.value : output;
  }

  it('asks, parks, and goes on with what is decided days later', async () => {
    const { backend, runtime, id, approval } = await parked();
    expect(approval).toMatchObject({
      title: 'Drop orders?',
      taskKey: '/do/0/ask',
      workflowId: 'under-test',
      initiator: 'user:default/ada',
      approvers: ['user:default/jane', 'group:default/dba'],
      decisions: ['approve', 'reject'],
      status: 'pending',
      dueAt: approval.requestedAt + 2 * DAY_MS,
      votes: [],
    });
    expect(await backend.reader.get(id)).toMatchObject({
      because: 'ask: for approval by user:default/jane or group:default/dba',
    });
    clock.advance(20 * DAY_MS);
    const request = { approvalId: approval.id, decision: 'reject' };
    const decided = await runtime.decide(
      { ...request, comment: 'no backup' },
      by('jane'),
    );
    expect(decided).toMatchObject({
      status: 'decided',
      decision: 'reject',
      votes: [{ by: 'user:default/jane', comment: 'no backup' }],
    });
    await backend.untilStatus(id, 'completed');
    expect(await outputOf(backend, id)).toEqual({
      decision: 'reject',
      by: 'user:default/jane',
    });
    expect(await backend.history(id)).toEqual(
      expect.arrayContaining([
        'approval.requested /do/0/ask',
        'approval.resolved /do/0/ask',
      ]),
    );
  });

  it('is decided by one of two who decide at once in different processes', async () => {
    const first = await parked();
    const second = await begin();
    const approvalId = first.approval.id;
    const outcomes = await Promise.allSettled([
      first.runtime.decide({ approvalId, decision: 'approve' }, by('jane')),
      second.runtime.decide({ approvalId, decision: 'reject' }, by('joe')),
    ]);
    const [refused] = outcomes.filter(({ status }) => status === 'rejected');
    const [taken] = outcomes.flatMap(one =>
      one.status === 'fulfilled' ? one.value : [],
    );
    const [{ by: decider, decision }] = taken.votes;
    expect(refused).toMatchObject({
      reason: {
        code: 'STATE_CONFLICT',
        message: `Approval ${approvalId}: already decided by ${decider}: ${decision}`,
      },
    });
    await first.backend.slowlyUntilStatus(first.id, 'completed');
    expect(await outputOf(first.backend, first.id)).toEqual({
      decision,
      by: decider,
    });
  });

  it('needs as many people as it says, each once; anybody may reject', async () => {
    const { backend, runtime, id, approval } = await parked(
      asking(', required: 2'),
    );
    const approve = { approvalId: approval.id, decision: 'approve' };
    expect(await runtime.decide(approve, by('jane'))).toMatchObject({
      status: 'pending',
      votes: [{ by: 'user:default/jane' }],
    });
    await expect(runtime.decide(approve, by('jane'))).rejects.toMatchObject({
      code: 'STATE_CONFLICT',
      message: expect.stringContaining('you have already decided'),
    });
    await runtime.decide(approve, by('joe'));
    await backend.untilStatus(id, 'completed');
    expect(await outputOf(backend, id)).toMatchObject({ decision: 'approve' });

    const other = await parked(asking(', required: 2'));
    const reject = { approvalId: other.approval.id, decision: 'reject' };
    expect(await other.runtime.decide(reject, by('joe'))).toMatchObject({
      status: 'decided',
    });
  });

  it('counts a decision once under one key', async () => {
    const { runtime, approval } = await parked();
    const request = { approvalId: approval.id, decision: 'approve' };
    const act = { ...by('jane'), idempotencyKey: 'k1' };
    const first = await runtime.decide(request, act);
    expect(await runtime.decide(request, act)).toEqual(first);
    await expect(
      runtime.decide({ ...request, decision: 'reject' }, act),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it.each([
    [{ decision: 'maybe' }, '/decision must be one of approve, reject'],
    [{ decision: 'approve' }, '/data is required to approve'],
    [{ decision: 'approve', data: { ticket: 7 } }, '/data/ticket must be text'],
    [{ decision: 'reject', data: {} }, '/data/ticket is required'],
  ])('refuses %j where a form is to be filled in', async (decided, fault) => {
    const form =
      ', form: { type: object, required: [ticket], properties: { ticket: { type: string } } }';
    const { runtime, approval } = await parked(asking(form));
    const refused = runtime.decide(
      { approvalId: approval.id, ...decided },
      by('jane'),
    );
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'INPUT_INVALID' });
    const { faults } = error as {
      faults: { pointer: string; message: string }[];
    };
    expect(
      faults.map(({ pointer, message }) => `${pointer} ${message}`),
    ).toEqual([fault]);
  });

  it('is not lost when the process dies between the decision and its entry', async () => {
    const process = new MortalStore();
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      process.wrap,
    );
    const runtime = await backend.begin();
    await backend.publish(asking());
    const id = await start(runtime);
    await untilParked(backend, id);
    const [approval] = await store.list({ filter: {}, limit: 1 });
    process.kill();
    void runtime.stop({ graceMs: 0 });
    await runtime.decide(
      { approvalId: approval.id, decision: 'approve' },
      by('jane'),
    );
    expect(await knex('signals')).toHaveLength(1);
    await knex('workers').update({ lease_until: 0 });
    const after = await begin();
    await after.backend.untilStatus(id, 'completed');
    expect(
      (await after.backend.history(id)).filter(line =>
        line.startsWith('approval.'),
      ),
    ).toHaveLength(2);
  });

  it('is acted upon at once by others, though the clock of the process that took it was ahead', async () => {
    const { backend, id, approval } = await parked();
    await running.pop()?.stop({ graceMs: 0 });
    const ahead = new ManualClock();
    ahead.advance(3_600_000);
    const taking = await begin(
      new TestBackend(knex, ahead, uri => ({ value: uri })),
    );
    await taking.runtime.stop({ graceMs: 0 });
    await taking.runtime.decide(
      { approvalId: approval.id, decision: 'approve' },
      by('jane'),
    );
    await begin(backend);
    await backend.untilStatus(id, 'completed');
    expect(await backend.history(id)).toContain('approval.resolved /do/0/ask');
  });

  it('accepts a decision for an instance that is suspended, and goes on with it when that is resumed', async () => {
    const { backend, runtime, id, approval } = await parked();
    await runtime.suspend(id, by('ada'));
    await backend.untilStatus(id, 'suspended');
    await runtime.decide(
      { approvalId: approval.id, decision: 'approve' },
      by('jane'),
    );
    await backend.until('it is noted', async () =>
      (await backend.history(id)).includes('approval.resolved /do/0/ask'),
    );
    expect((await backend.reader.get(id))?.status).toBe('suspended');
    await runtime.resume(id, by('ada'));
    await backend.untilStatus(id, 'completed');
  });

  it.each([
    [
      'the instance is cancelled',
      (runtime: EmbeddedRuntime, id: string) => runtime.cancel(id, by('ada')),
      'cancelled',
    ],
    [
      'the instance is cancelled by force',
      (runtime: EmbeddedRuntime, id: string) =>
        runtime.cancel(id, { ...by('ada'), force: true }),
      'cancelled',
    ],
    [
      'the task is failed',
      (runtime: EmbeddedRuntime, id: string) =>
        runtime.actOnTask(
          id,
          '/do/0/ask',
          {
            kind: 'fail',
            error: { type: 'https://test/gone', status: 500 },
          },
          by('ada'),
        ),
      'failed',
    ],
  ])('is withdrawn when %s', async (_what, end, status) => {
    const { backend, runtime, id, approval } = await parked();
    await end(runtime, id);
    await backend.untilStatus(id, status);
    expect(await store.get(approval.id)).toMatchObject({
      status: 'withdrawn',
      closedAt: expect.any(Number),
    });
    const inbox = { approvers: ['user:default/jane'] };
    expect(
      await store.list({ filter: { ...inbox, status: 'pending' }, limit: 1 }),
    ).toEqual([]);
    await expect(
      runtime.decide(
        { approvalId: approval.id, decision: 'approve' },
        by('jane'),
      ),
    ).rejects.toMatchObject({
      code: 'STATE_CONFLICT',
      message: `Approval ${approval.id}: it is withdrawn: the run has ended, or gone another way`,
    });
  });

  it('is withdrawn by its timeout, and asked anew when the task is retried', async () => {
    const text = asking('', '\n      timeout: { after: P1D }');
    const { backend, runtime, id, approval } = await parked(text);
    clock.advance(DAY_MS);
    await backend.untilStatus(id, 'failed');
    expect(await store.get(approval.id)).toMatchObject({ status: 'withdrawn' });
    await runtime.retry(id, {}, by('ada'));
    await untilParked(backend, id);
    const [anew] = await store.list({
      filter: { instanceId: id, status: 'pending' },
      limit: 2,
    });
    expect(anew).toMatchObject({ taskKey: '/do/0/ask[a2]' });
    await runtime.decide(
      { approvalId: anew.id, decision: 'approve' },
      by('jane'),
    );
    await backend.untilStatus(id, 'completed');
  });

  it('is withdrawn although it was decided, when the run had gone another way by then', async () => {
    const process = new MortalStore();
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      process.wrap,
    );
    const runtime = await backend.begin();
    await backend.publish(asking());
    const id = await start(runtime);
    await untilParked(backend, id);
    const [approval] = await store.list({ filter: {}, limit: 1 });
    process.kill();
    void runtime.stop({ graceMs: 0 });
    await runtime.decide(
      { approvalId: approval.id, decision: 'approve' },
      by('jane'),
    );

    const { instances } = openStores(knex);
    await instances.registerWorker('late', 60_000);
    const [owned] = await instances.claimDue({
      workerId: 'late',
      now: clock.now(),
      limit: 1,
    });
    const step = {
      instanceId: id,
      afterSeq: owned.seq,
      entries: [],
      payloads: [],
      change: { status: 'running' },
      takenSignals: [],
      release: false,
      withdrawnApprovals: [approval.effectId],
    } as const;
    await instances.commit('late', { steps: [step], created: [] });

    const after = await store.get(approval.id);
    expect(after).toMatchObject({ status: 'withdrawn', votes: [{}] });
    expect(after?.decision).toBeUndefined();
  });

  it('cannot be left out or completed in the place of those who are asked, not even when it has failed', async () => {
    const guarded = workflowText(`
      - guard:
          try:
            - ask:
                timeout: { after: P1D }
                call: approval
                with: { title: Sure?, approvers: [user:jane] }
          catch: { errors: { with: { status: 503 } } }`);
    const { backend, runtime, id } = await parked(guarded);
    const refusal = {
      code: 'STATE_CONFLICT',
      message: expect.stringContaining(
        'asks for an approval: nobody but its approvers can decide it',
      ),
    };
    const act = (key: string, kind: 'skip' | 'complete') =>
      runtime.actOnTask(
        id,
        key,
        kind === 'skip' ? { kind } : { kind, output: null },
        by('ada'),
      );
    const ask = '/do/0/guard/try/0/ask';
    await expect(act(ask, 'skip')).rejects.toMatchObject(refusal);
    await expect(act(ask, 'complete')).rejects.toMatchObject(refusal);
    clock.advance(DAY_MS);
    await backend.untilStatus(id, 'failed');
    await expect(act('/do/0/guard', 'skip')).rejects.toMatchObject(refusal);
    await expect(act('/do/0/guard', 'complete')).rejects.toMatchObject(refusal);
  });

  const sure = 'call: approval, with: { title: Sure?, approvers: [user:jane] }';
  const broken = 'raise: { error: { type: http://x/e, status: 503 } }';

  it.each<[string, string, string, string]>([
    [
      'a function asks, before or after what has failed',
      '/do/0/call',
      `- call: { call: sure, with: { n: '\${ error("no") }' } }`,
      `use: { functions: { sure: { do: [ { inner: { call: surer } } ] }, surer: { ${sure} } } }\n`,
    ],
    [
      'an attempt that is to be made again asks',
      '/do/0/guard',
      `- guard: { try: [ { bad: { ${broken} } }, { ask: { ${sure} } } ], catch: { retry: { delay: P1D, limit: { attempt: { count: 1 } } } } }`,
      '',
    ],
    [
      'an extension asks',
      '/do/0/get',
      `- get: { call: http, with: { method: get, endpoint: '\${ error("no") }' } }`,
      `use: { extensions: [ { sure: { extend: call, when: 'false', after: [ { ask: { ${sure} } } ] } } ] }\n`,
    ],
    [
      'a workflow asks that a workflow runs',
      '/do/0/outer',
      `- outer: { run: { workflow: { namespace: default, name: delegating, version: latest } } }`,
      '',
    ],
    [
      'a workflow asks that a task inside runs',
      '/do/0/group',
      `- group: { timeout: { after: '\${ error("no") }' }, do: [ { inner: { run: { workflow: { namespace: default, name: delegating, version: latest } } } } ] }`,
      '',
    ],
  ])('cannot be gone past where %s', async (_, taskKey, tasks, rest) => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    const { runtime } = await begin(backend);
    await backend.publish(workflowText(`- ask: { ${sure} }`), 'asking');
    await backend.publish(
      workflowText(
        `- inner: { run: { workflow: { namespace: default, name: asking, version: latest } } }`,
      ),
      'delegating',
    );
    await backend.publish(workflowText(tasks, rest));
    const id = await runtime.start({ workflowId: 'under-test', input: {} });
    await backend.until('it stands', async () => {
      const { status } = (await backend.reader.get(id))!;
      return ['failed', 'waiting', 'retrying'].includes(status);
    });
    for (const action of [
      { kind: 'skip' },
      { kind: 'complete', output: null },
    ] as const) {
      await expect(
        runtime.actOnTask(id, taskKey, action, by('ada')),
      ).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('asks for an approval: nobody but'),
      });
    }
    const error = { type: 'http://x/e', status: 500 };
    const failing = { kind: 'fail', error } as const;
    await runtime.actOnTask(id, taskKey, failing, by('ada'));
    await backend.passUntilStatus(id, 'failed');
  });

  it('tells what was asked, once it is asked, and not again', async () => {
    const told: string[] = [];
    const stores = openStores(knex);
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    const tell = async (asked: readonly Approval[]) => {
      told.push(...asked.map(({ title }) => title));
    };
    const asked = { approvals: stores.approvals, tell };
    const runtime = await backend.begin({}, { upkeep: { ...stores, asked } });
    running.push(runtime);
    await backend.until('the duty has begun', async () =>
      knex('duties').where({ name: 'asked' }).whereNotNull('state').first(),
    );
    await backend.publish(asking());
    const id = await start(runtime);
    await untilParked(backend, id);
    await backend.until('it is told', () => {
      clock.advance(2_000);
      return told.length > 0;
    });
    await backend.pass(10_000);
    expect(told).toEqual(['Drop orders?']);
  });

  it('goes with its instance', async () => {
    const { backend, runtime, id, approval } = await parked();
    await runtime.decide(
      { approvalId: approval.id, decision: 'approve' },
      by('jane'),
    );
    await backend.untilStatus(id, 'completed');
    await backend.until('it is given up', async () => {
      const [{ owner }] = await knex('instances').where({ id });
      return owner === null;
    });
    expect(await backend.reader.deleteEnded(id)).toBe(true);
    for (const table of ['approvals', 'approval_approvers', 'approval_votes']) {
      expect(await knex(table)).toEqual([]);
    }
  });

  it('lists by who may decide, by who has started it, and page by page', async () => {
    const { backend, runtime } = await begin();
    await backend.publish(asking());
    for (let n = 0; n < 3; n += 1) {
      clock.advance(1_000);
      await untilParked(backend, await start(runtime));
    }
    const page = {
      status: 'pending',
      approvers: ['group:default/dba'],
    } as const;
    const first = await store.list({ filter: page, limit: 2 });
    const rest = await store.list({ filter: page, after: first[1], limit: 2 });
    const times = [...first, ...rest].map(({ requestedAt }) => requestedAt);
    expect(times).toHaveLength(3);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const visible = async (ref: string, ...approvers: string[]) => {
      const instances = {
        kind: 'compare',
        field: 'initiator',
        operator: 'eq',
        value: ref,
      } as const;
      const visibleTo = { approvers: [ref, ...approvers], instances };
      return (await store.list({ filter: { visibleTo }, limit: 9 })).length;
    };
    expect(await visible('user:default/ada')).toBe(3);
    expect(await visible('user:default/joe')).toBe(0);
    expect(await visible('user:default/joe', 'group:default/dba')).toBe(3);
    const late = async () =>
      (await store.list({ filter: { dueBefore: clock.now() }, limit: 9 }))
        .length;
    expect(await late()).toBe(0);
    clock.advance(3 * DAY_MS);
    expect(await late()).toBe(3);
  });
});
