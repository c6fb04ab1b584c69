import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import { KnexHousekeepingStore } from '../../store/knex/KnexHousekeepingStore';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import { presentEvent } from '../presentEvent';
import { LogTrimmer } from './LogTrimmer';

/** Each round hears one event, makes a large value of it, and waits. */
const rounds = workflowText(`
  - begin: { set: { n: 0 } }
  - hear:
      listen: { to: { one: { with: { type: a } } } }
      export: { as: '{ heard: (($context.heard // []) + [.[0].n]) }' }
  - large: { set: { text: '\${ ("x" * 5000) + ($context.heard | tostring) }' } }
  - pause: { wait: PT1M }
  - again:
      switch:
        - more: { when: '($context.heard | length) < 10', then: hear }
        - enough: { then: continue }
  - all: { set: '\${ $context }' }`);

jest.setTimeout(180_000);

describe.each(databaseIds)('trimming a log, on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  let backend: TestBackend;
  let runtime: EmbeddedRuntime;
  let process: MortalStore;
  let store: KnexHousekeepingStore;
  let id: string;

  const begin = async () => {
    process = new MortalStore();
    const answer = (uri: string) => ({ value: uri });
    backend = new TestBackend(knex, clock, answer, process.wrap);
    runtime = await backend.begin({ entriesPerCheckpoint: 15 });
  };

  const deliver = async (n: number) => {
    const event = { specversion: '1.0', id: `e${n}`, source: '/s' } as const;
    await runtime.deliver({ ...event, type: 'a', data: { n } });
  };

  const untilRound = async (number: number) =>
    backend.until(`round ${number} has begun`, async () => {
      clock.advance(10_000);
      const log = await backend.store.loadLog(id);
      return log.some(({ taskKey }) => taskKey?.endsWith(`[r${number}]`));
    });

  /** Deletes all that may be deleted. */
  const trim = () => new LogTrimmer(store).trim(clock.now() + 1);

  const stateOf = async () => {
    const instance = (await backend.reader.get(id))!;
    const log = await backend.store.loadLog(id);
    const base = await backend.reader.logBase(id);
    const events = log.map(entry => presentEvent(instance, entry));
    return { instance, log, state: foldEvents(events, base?.state) };
  };

  const expectRowToEqualFold = async () => {
    const { instance, log, state } = await stateOf();
    const { status, seq, input, output, firstSeq = 1 } = instance;
    expect(state).toMatchObject({
      status,
      seq,
      input,
      ...(output && { output }),
    });
    expect(log.map(entry => entry.seq)).toEqual(
      log.map((_, index) => firstSeq + index),
    );
    expect(log.at(-1)?.seq).toBe(seq);
  };

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    store = new KnexHousekeepingStore(knex);
    await begin();
    await backend.publish(rounds);
    const input = { given: 'y'.repeat(5_000) };
    id = await runtime.start({ workflowId: 'under-test', input });
    for (let n = 1; n <= 5; n += 1) await deliver(n);
    await untilRound(5);
  });

  afterEach(() => runtime.stop({ graceMs: 0 }));

  it('deletes the steps before that of the last checkpoint, and keeps in sum what they told (L1, L2)', async () => {
    const before = await stateOf();
    expect((await trim()).count).toBeGreaterThan(20);
    const after = await stateOf();
    const [oldest] = await knex('steps')
      .where({ instance_id: id })
      .orderBy('last_seq');
    expect(after.instance.firstSeq).toBe(oldest.first_seq);
    expect(oldest.last_seq).toBeGreaterThanOrEqual(
      after.instance.checkpointSeq!,
    );
    const { tasks, ...whole } = before.state;
    expect(after.state).toMatchObject(whole);
    expect(after.state.tasks.length).toBeLessThan(tasks.length);
    expect(new Set(after.state.tasks.map(({ ref }) => ref))).toEqual(
      new Set(tasks.map(({ ref }) => ref)),
    );
    await expectRowToEqualFold();
    expect(await trim()).toEqual({ count: 0, hasMore: false });
  });

  it('deletes values that nothing refers to any more, and no others', async () => {
    const { instance } = await stateOf();
    const count = async () => (await knex('payloads').count({ n: '*' }))[0].n;
    const was = Number(await count());
    await trim();
    expect(Number(await count())).toBeLessThan(was);
    const { state } = await stateOf();
    const refs = [instance.input, ...state.tasks.map(task => task.output)];
    for (const payload of refs) {
      if (!payload || !('ref' in payload)) continue;
      const texts = await backend.store.loadPayloads(id, [payload.ref]);
      expect(texts.size).toBe(1);
    }
  });

  it('keeps what is too young', async () => {
    const { instance } = await stateOf();
    const { count } = await new LogTrimmer(store).trim(instance.createdAt);
    expect(count).toBe(0);
  });

  it('lets the instance go on after a crash, which hears no event twice', async () => {
    await trim();
    process.kill();
    void runtime.stop({ graceMs: 0 });
    await knex('workers').update({ lease_until: 0 });
    await begin();
    for (let n = 6; n <= 10; n += 1) await deliver(n);
    await backend.passUntilStatus(id, 'completed');
    const { instance } = await stateOf();
    expect(instance.output).toEqual({
      value: { heard: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    });
    await expectRowToEqualFold();
    await trim();
    await expectRowToEqualFold();
  });

  it('goes with the instance when that is deleted', async () => {
    await trim();
    await runtime.cancel(id, { actor: { kind: 'system' } });
    await backend.untilStatus(id, 'cancelled');
    expect(await backend.reader.deleteEnded(id)).toBe(true);
    expect(await knex('log_bases').select('*')).toEqual([]);
    expect(await knex('payloads').select('*')).toEqual([]);
  });
});
