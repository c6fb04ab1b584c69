import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { Housekeeper } from './Housekeeper';
import type { RetentionSettings } from './Housekeeper';
import { KnexDutyStore } from '../../store/knex/KnexDutyStore';
import { KnexEventStore } from '../../store/knex/KnexEventStore';
import { KnexHousekeepingStore } from '../../store/knex/KnexHousekeepingStore';
import { KnexInstanceStore } from '../../store/knex/KnexInstanceStore';
import { KnexTrialStore } from '../../store/knex/KnexTrialStore';

const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(180_000);

describe.each(databaseIds)('on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
  });

  /** An instance that has ended so many days ago, with something in each table. */
  async function ended(
    id: string,
    status: string,
    { daysAgo, testSession }: { daysAgo: number; testSession?: string },
  ) {
    await new KnexInstanceStore(knex).create({
      id,
      workflowId: 'hello',
      workflowVersion: '1.0.0',
      definitionHash: 'hash',
      behaviourVersion: 1,
      epoch: 'e1',
      input: { ref: 'a', bytes: 9, sha256: 'a', preview: '' },
      createdAt: 1,
      payloads: [{ sha256: 'a', text: '1' }],
      labels: { team: 'a' },
      testSession,
    });
    const endedAt = clock.now() - daysAgo * DAY_MS;
    await knex('instances')
      .where({ id })
      .update({ status, ended_at: endedAt, owner: null });
  }

  async function tidy(retention: RetentionSettings) {
    const housekeeper = new Housekeeper({
      store: new KnexHousekeepingStore(knex),
      instances: new KnexInstanceStore(knex),
      retention,
      clock,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    });
    return housekeeper.tidy();
  }

  async function idsIn(table: string, column: string): Promise<string[]> {
    const rows = await knex(table).distinct(column).orderBy(column);
    return rows.map(row => row[column]);
  }

  it('keeps the latest trial of a task in each session of each person, for as long as tests', async () => {
    const store = new KnexTrialStore(knex);
    const key = { sessionId: 's', workflowId: 'hello', taskRef: '/do/0/a' };
    const at = clock.now() - 2 * DAY_MS;
    await store.save({ ...key, actor: 'ada', input: 1, output: 2, at });
    await store.save({ ...key, actor: 'bob', input: 1, output: 2, at });
    await store.save({ ...key, actor: 'bob', input: 3, at: clock.now() });
    await tidy({ testsMs: DAY_MS });

    expect(await store.find({ ...key, actor: 'ada' })).toBeUndefined();
    expect(await store.find({ ...key, actor: 'bob' })).toEqual({
      ...key,
      actor: 'bob',
      input: 3,
      output: undefined,
      at: clock.now(),
    });
  });

  it('deletes instances that have been kept long enough, each status by its own time, with all that is theirs', async () => {
    await ended('old-completed', 'completed', { daysAgo: 8 });
    await ended('new-completed', 'completed', { daysAgo: 6 });
    await ended('old-failed', 'failed', { daysAgo: 8 });
    await ended('test', 'failed', { daysAgo: 2, testSession: 's' });
    await tidy({ completedMs: 7 * DAY_MS, testsMs: DAY_MS });
    const left = ['new-completed', 'old-failed'];
    expect(await idsIn('instances', 'id')).toEqual(left);
    for (const table of ['log', 'payloads', 'instance_labels']) {
      expect(await idsIn(table, 'instance_id')).toEqual(left);
    }
  });

  it('keeps what somebody has just asked to go on', async () => {
    await ended('retried', 'failed', { daysAgo: 8 });
    await new KnexInstanceStore(knex).signal({
      id: 's1',
      instanceId: 'retried',
      kind: 'retry',
      actor: { kind: 'system' },
      data: { afterSeq: 1 },
      createdAt: clock.now(),
    });
    await tidy({ failedMs: DAY_MS });
    expect(await idsIn('instances', 'id')).toEqual(['retried']);
    expect(await idsIn('signals', 'id')).toEqual(['s1']);
  });

  it('keeps everything unless it is told otherwise', async () => {
    await ended('old', 'completed', { daysAgo: 4000 });
    await expect(tidy({})).resolves.toBeUndefined();
    expect(await idsIn('instances', 'id')).toEqual(['old']);
  });

  it('deletes a batch at a time, and says when there is more', async () => {
    const row = {
      workflow_id: 'w',
      workflow_version: '1',
      definition_hash: 'h',
      behaviour_version: 1,
      epoch: 'e',
      seq: 1,
      status: 'completed',
      input: '{}',
      created_at: 1,
      ended_at: 1,
      open_signals: 0,
    };
    const rows = Array.from({ length: 250 }, (_, n) => ({
      ...row,
      id: `i${n}`,
    }));
    for (let start = 0; start < rows.length; start += 50) {
      await knex('instances').insert(rows.slice(start, start + 50));
    }
    expect(await tidy({ completedMs: 1 })).toBeGreaterThan(0);
    expect(await idsIn('instances', 'id')).toHaveLength(50);
    expect(await tidy({ completedMs: 1 })).toBeUndefined();
    expect(await idsIn('instances', 'id')).toHaveLength(0);
  });

  /** An instance that has ended, and whose log has so many entries, each a step of its own. */
  async function endedWithLog(id: string, entries: number) {
    await ended(id, 'completed', { daysAgo: 8 });
    await knex('instances').where({ id }).update({ seq: entries });
    const steps = Array.from({ length: entries - 1 }, (_, index) => ({
      instance_id: id,
      first_seq: index + 2,
      last_seq: index + 2,
      time: 1,
      entries: '[]',
    }));
    for (let start = 0; start < steps.length; start += 150) {
      await knex('steps').insert(steps.slice(start, start + 150));
    }
  }

  it.each([
    ['no more logs together than have 5 000 entries', [2_000, 2_000, 2_000], 1],
    ['a longer log alone', [6_000, 10], 1],
    ['all at once when the logs are short', [10, 10], 0],
  ])('deletes %s', async (_, lengths, left) => {
    for (const [index, length] of lengths.entries()) {
      await endedWithLog(`i${index}`, length);
      await knex('instances')
        .where({ id: `i${index}` })
        .update({ ended_at: index + 1 });
    }
    const next = await tidy({ completedMs: 7 * DAY_MS });
    const remaining = lengths.slice(lengths.length - left);
    expect(await idsIn('instances', 'id')).toHaveLength(left);
    expect(await knex('steps').select('instance_id')).toHaveLength(
      remaining.reduce((sum, length) => sum + length, 0),
    );
    expect((next ?? 0) > 0).toBe(left > 0);
    await tidy({ completedMs: 7 * DAY_MS });
    expect(await knex('steps').select('instance_id')).toEqual([]);
  });

  it('deletes old events that were routed, and no others', async () => {
    const events = new KnexEventStore(knex);
    const now = clock.now();
    const event = { specversion: '1.0', source: '/s', type: 't' } as const;
    for (const [id, receivedAt] of [
      ['old', now - 8 * DAY_MS],
      ['unrouted', now - 8 * DAY_MS],
      ['new', now],
    ] as const) {
      await events.accept({ event: { ...event, id }, receivedAt });
    }
    await knex('inbox')
      .whereNot({ event_id: 'unrouted' })
      .update({ is_routed: true });
    await tidy({ eventsMs: 7 * DAY_MS });
    expect(await idsIn('inbox', 'event_id')).toEqual(['new', 'unrouted']);
  });

  it('gives a duty to one holder, and to another once it has run out or was given up', async () => {
    const duties = new KnexDutyStore(knex);
    const hold = (holder: string, forMs = 60_000) =>
      duties.hold({ name: 'tidy', holder, forMs });
    const all = ['a', 'b', 'c', 'another'];
    const workers = new KnexInstanceStore(knex);
    for (const one of all) await workers.registerWorker(one, 60_000);
    const first = await Promise.all(['a', 'b', 'c'].map(one => hold(one)));
    const held = first.filter(Boolean);
    expect(held).toHaveLength(1);
    const holder = all[first.findIndex(Boolean)];
    const keep = (by: string, state: string) =>
      duties.keep({ name: 'tidy', holder: by, state });
    expect(await keep(holder, 'so far')).toBe(true);
    expect(await keep('another', 'elsewhere')).toBe(false);
    expect(await hold('another')).toBeUndefined();
    expect(await hold(holder, -1_000)).toEqual({ state: 'so far' });
    expect(await hold('another')).toEqual({ state: 'so far' });
    await duties.release({ name: 'tidy', holder: 'another' });
    expect(await hold(holder)).toEqual({ state: 'so far' });
  });

  it.each([
    ['has run out', { lease_until: 0 }],
    ['is lost', { is_alive: false }],
  ])(
    'gives the duty of a worker whose lease %s to the next that asks',
    async (_, change) => {
      const duties = new KnexDutyStore(knex);
      const hold = (holder: string) =>
        duties.hold({ name: 'tidy', holder, forMs: 60_000 });
      const workers = new KnexInstanceStore(knex);
      await workers.registerWorker('a', 60_000);
      await workers.registerWorker('b', 60_000);
      expect(await hold('a')).toBeDefined();
      expect(await hold('b')).toBeUndefined();
      await knex('workers').where({ id: 'a' }).update(change);
      expect(await hold('b')).toBeDefined();
      expect(await hold('a')).toBeUndefined();
    },
  );

  it('gives no duty to who is no living worker', async () => {
    const duties = new KnexDutyStore(knex);
    const hold = () =>
      duties.hold({ name: 'tidy', holder: 'a', forMs: 60_000 });
    expect(await hold()).toBeUndefined();
    await new KnexInstanceStore(knex).registerWorker('a', 60_000);
    await knex('workers').update({ is_alive: false });
    expect(await hold()).toBeUndefined();
  });
});
