import { emptyInstance } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { isBehind } from '../FeedReader';
import type { NewInstance } from '../InstanceStore';
import { KnexFeedReader } from './KnexFeedReader';
import { KnexHousekeepingStore } from './KnexHousekeepingStore';
import { KnexInstanceReader } from './KnexInstanceReader';
import { KnexInstanceStore } from './KnexInstanceStore';
import { migrateDown } from './migrate';

jest.setTimeout(180_000);

describe.each(databaseIds)('the feed on %s', databaseId => {
  let knex: Knex;
  let store: KnexInstanceStore;
  let feed: KnexFeedReader;
  let open: Knex.Transaction | undefined;

  afterEach(async () => {
    if (open && !open.isCompleted()) await open.rollback();
  });

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    store = new KnexInstanceStore(knex);
    feed = new KnexFeedReader(knex);
  });

  function newInstance(id: string): NewInstance {
    return {
      id,
      workflowId: 'hello',
      workflowVersion: '1.0.0',
      definitionHash: 'hash',
      behaviourVersion: 1,
      epoch: 'e1',
      input: { value: {} },
      createdAt: 1000,
      payloads: [],
    };
  }

  async function create(...ids: string[]) {
    await write(...ids);
    await readable();
  }

  async function write(...ids: string[]) {
    for (const id of ids) await store.create(newInstance(id));
  }

  /** On Postgres until nobody's transaction is older than what was written, whatever database of the server it is in. */
  async function readable() {
    if (databaseId === 'SQLITE_3') return;
    for (let tries = 0; tries < 5_000; tries += 1) {
      const { rows } = await knex.raw(
        'select coalesce(max(tx) < pg_snapshot_xmin(pg_current_snapshot()), true) as yes from steps',
      );
      if (rows[0].yes) return;
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
    throw new Error('Somebody keeps a transaction open');
  }

  async function readAll(after: string, limit = 2) {
    const ids: string[] = [];
    let cursor = after;
    for (;;) {
      const page = await feed.read({ after: cursor, limit });
      ids.push(...page.entries.map(({ instance }) => instance.id));
      cursor = page.cursor;
      if (!page.hasMore) return { ids, cursor };
    }
  }

  async function end(id: string) {
    const row = { status: 'completed', ended_at: 2_000, wake_at: null };
    await knex('instances').where({ id }).update(row);
  }

  /** On Postgres once no transaction is open that began earlier. */
  async function headBehind(place: string): Promise<string> {
    for (let tries = 0; tries < 5_000; tries += 1) {
      const head = await feed.head();
      if (isBehind(head, place)) return head;
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
    throw new Error('Somebody keeps a transaction open');
  }

  it('gives what comes after a head, page by page, once', async () => {
    await create('i1');
    const head = await feed.head();
    await create('i2', 'i3', 'i.4');
    const { ids, cursor } = await readAll(head);
    expect(ids).toEqual(['i2', 'i3', 'i.4']);
    await create('i5');
    expect((await readAll(cursor)).ids).toEqual(['i5']);
  });

  it('pages through what one transaction has written', async () => {
    const head = await feed.head();
    await store.registerWorker('w', 60_000);
    await store.commit('w', {
      steps: [],
      created: ['a', 'b', 'c', 'd', 'e'].map(id => ({
        instance: newInstance(id),
        isOwned: false,
      })),
    });
    await readable();
    expect((await readAll(head)).ids).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('reads no further than it is told to', async () => {
    const head = await feed.head();
    await create('i1');
    const upTo = await feed.head();
    await create('i2');
    const page = await feed.read({ after: head, limit: 9, upTo });
    expect(page.entries.map(({ instance }) => instance.id)).toEqual(['i1']);
    expect(page.cursor).toBe(upTo);
    expect((await readAll(page.cursor)).ids).toEqual(['i2']);
  });

  it('reads up to an entry in the midst of a transaction', async () => {
    const head = await feed.head();
    await store.registerWorker('w', 60_000);
    await store.commit('w', {
      steps: [],
      created: ['a', 'b', 'c'].map(id => ({
        instance: newInstance(id),
        isOwned: false,
      })),
    });
    await readable();
    const { cursor } = await feed.read({ after: head, limit: 2 });
    const page = await feed.read({ after: head, limit: 9, upTo: cursor });
    expect(page.entries.map(({ instance }) => instance.id)).toEqual(['a', 'b']);
    expect((await readAll(page.cursor)).ids).toEqual(['c']);
  });

  it('moves on past entries of other types', async () => {
    const head = await feed.head();
    await create('i1');
    const page = await feed.read({
      after: head,
      limit: 9,
      types: ['instance.failed'],
    });
    expect(page.entries).toEqual([]);
    expect((await readAll(page.cursor)).ids).toEqual([]);
  });

  it('reads nothing twice and misses nothing after all was deleted', async () => {
    await create('i1');
    const head = await feed.head();
    await create('i2');
    const { cursor } = await readAll(head);
    await knex('steps').delete();
    await knex('instances').delete();
    await create('i3');
    expect((await readAll(cursor)).ids).toEqual(['i3']);
  });

  it('tells who was behind that instances were deleted, but nobody who reads on from then', async () => {
    await create('i1', 'i2');
    const before = await feed.head();
    expect(await feed.isWholeSince(before)).toBe(true);
    await end('i1');

    expect(await new KnexInstanceReader(knex).deleteEnded('i1')).toBe(true);
    const after = await headBehind(before);

    expect(await feed.isWholeSince(before)).toBe(false);
    expect(await feed.isWholeSince(after)).toBe(true);
    await create('i3');
    expect((await readAll(after)).ids).toEqual(['i3']);
  });

  it('tells who was behind of instances that were kept long enough', async () => {
    await create('i1');
    const before = await feed.head();
    await end('i1');

    const { count } = await new KnexHousekeepingStore(knex).deleteEnded({
      statuses: ['completed'],
      isTest: false,
      before: 9_000,
      limit: 10,
      entries: 10,
    });
    await headBehind(before);

    expect(count).toBe(1);
    expect(await feed.isWholeSince(before)).toBe(false);
  });

  it('tells who was behind entries that were trimmed, and nobody who has passed them', async () => {
    const before = await feed.head();
    await create('i1', 'i2');
    const after = await feed.head();
    const [entry] = await store.loadLog('i1');
    const trim = {
      instanceId: 'i1',
      entries: [entry],
      base: { state: { ...emptyInstance('i1'), seq: 1 } },
    };

    expect(await new KnexHousekeepingStore(knex).trim(trim)).toBe(true);

    expect(await feed.isWholeSince(before)).toBe(false);
    expect(await feed.isWholeSince(after)).toBe(true);
  });

  it('is taken away with its migration, and made again', async () => {
    await create('i1');
    await migrateDown(knex);
    expect(await knex.schema.hasTable('steps')).toBe(false);
  });

  if (databaseId.startsWith('POSTGRES')) {
    it('waits for a transaction that writes early and commits late', async () => {
      const head = await feed.head();
      const late = await knex.transaction();
      open = late;
      await late('steps').insert({
        instance_id: 'i0',
        first_seq: 2,
        last_seq: 2,
        time: 1,
        entries: '[{"type":"task.started","time":1,"data":{}}]',
      });
      await write('i0', 'i1');
      const before = await readAll(head);
      expect(before.ids).toEqual([]);
      await late.commit();
      await readable();
      expect((await readAll(before.cursor)).ids.sort()).toEqual([
        'i0',
        'i0',
        'i1',
      ]);
    });
  }
});
