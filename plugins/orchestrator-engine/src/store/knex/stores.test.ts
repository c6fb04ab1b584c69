import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { storedDefinition } from '../../__testUtils__/storedDefinition';
import { EngineError } from '../../EngineError';
import type { InstanceFilter } from '../InstanceReader';
import type { Append, Claim, LogEntry, NewInstance } from '../InstanceStore';
import { KnexDefinitionStore } from './KnexDefinitionStore';
import { KnexInstanceReader } from './KnexInstanceReader';
import { KnexInstanceStore } from './KnexInstanceStore';
import { KnexWorkflowEditor } from './KnexWorkflowEditor';
import { migrate, migrateDown } from './migrate';

const LEASE_MS = 60_000;

function newInstance(id: string, more: Partial<NewInstance> = {}): NewInstance {
  return {
    id,
    workflowId: 'hello',
    workflowVersion: '1.0.0',
    definitionHash: 'hash',
    behaviourVersion: 1,
    epoch: 'e1',
    input: { value: { name: 'Ada' } },
    initiator: 'user:default/ada',
    createdAt: 1000,
    payloads: [],
    ...more,
  };
}

function entry(seq: number, type: LogEntry['type'] = 'task.started'): LogEntry {
  return { seq, type, taskKey: '/do/0/a', time: 2000, data: { n: seq } };
}

function step(instanceId: string, more: Partial<Append> = {}): Append {
  return {
    instanceId,
    afterSeq: 1,
    entries: [entry(2)],
    payloads: [],
    change: { status: 'running' },
    takenSignals: [],
    release: false,
    ...more,
  };
}

describe.each(databaseIds)('on %s', databaseId => {
  let knex: Knex;
  let store: KnexInstanceStore;
  let reader: KnexInstanceReader;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    store = new KnexInstanceStore(knex);
    reader = new KnexInstanceReader(knex);
  });

  const create = (instance: NewInstance) => store.create(instance);

  const claimDue = (claim: Claim) => store.claimDue(claim);

  async function append(workerId: string, steps: readonly Append[]) {
    const committed = await store.commit(workerId, { steps, created: [] });
    return committed.steps;
  }

  async function claimed(workerId: string, ...ids: string[]) {
    await store.registerWorker(workerId, LEASE_MS);
    for (const id of ids) await create(newInstance(id));
    return claimDue({ workerId, now: 5000, limit: 100 });
  }

  it('tells nobody what a refused statement was to store', async () => {
    await claimed('w1', 'i1');
    const entries = [{ ...entry(2), time: NaN, data: { secret: 'hush' } }];
    const refused = append('w1', [step('i1', { entries })]);
    await expect(refused).rejects.toThrow(/database says/i);
    await expect(refused).rejects.not.toThrow(/hush|insert/i);
  });

  describe('reading instances', () => {
    beforeEach(async () => {
      const seeds: [string, Partial<NewInstance>][] = [
        ['a', { createdAt: 1, initiator: 'user:default/ada' }],
        ['b', { createdAt: 2, initiator: 'user:default/bob' }],
        ['c', { createdAt: 3, workflowId: 'audit_1', initiator: undefined }],
      ];
      for (const [id, seed] of seeds) await create(newInstance(id, seed));
    });

    const eq = (
      field: 'workflowId' | 'initiator',
      value: string,
    ): InstanceFilter => ({ kind: 'compare', field, operator: 'eq', value });

    const table: [string, InstanceFilter, string[]][] = [
      ['eq', eq('workflowId', 'hello'), ['a', 'b']],
      [
        'gt',
        { kind: 'compare', field: 'createdAt', operator: 'gt', value: 1 },
        ['b', 'c'],
      ],
      [
        'gte',
        { kind: 'compare', field: 'createdAt', operator: 'gte', value: 2 },
        ['b', 'c'],
      ],
      [
        'lt',
        { kind: 'compare', field: 'createdAt', operator: 'lt', value: 2 },
        ['a'],
      ],
      [
        'lte',
        { kind: 'compare', field: 'createdAt', operator: 'lte', value: 2 },
        ['a', 'b'],
      ],
      ['in', { kind: 'in', field: 'id', values: ['a', 'c'] }, ['a', 'c']],
      ['in nothing', { kind: 'in', field: 'id', values: [] }, []],
      [
        'between',
        { kind: 'between', field: 'createdAt', from: 2, to: 3 },
        ['b', 'c'],
      ],
      ['isNull', { kind: 'isNull', field: 'initiator' }, ['c']],
      [
        'like, either case',
        { kind: 'like', field: 'initiator', pattern: '%ADA' },
        ['a'],
      ],
      [
        'like, escaped',
        { kind: 'like', field: 'workflowId', pattern: 'audit\\_1' },
        ['c'],
      ],
      ['not', { kind: 'not', filter: eq('workflowId', 'hello') }, ['c']],
      [
        'or of two conditions on one field',
        {
          kind: 'or',
          filters: [
            eq('initiator', 'user:default/ada'),
            eq('initiator', 'user:default/bob'),
          ],
        },
        ['a', 'b'],
      ],
      [
        'and',
        {
          kind: 'and',
          filters: [
            eq('workflowId', 'hello'),
            eq('initiator', 'user:default/bob'),
          ],
        },
        ['b'],
      ],
      [
        'or within and',
        {
          kind: 'and',
          filters: [
            {
              kind: 'or',
              filters: [
                eq('workflowId', 'audit_1'),
                eq('initiator', 'user:default/ada'),
              ],
            },
            { kind: 'not', filter: { kind: 'isNull', field: 'initiator' } },
          ],
        },
        ['a'],
      ],
      ['and of nothing', { kind: 'and', filters: [] }, ['a', 'b', 'c']],
      ['or of nothing', { kind: 'or', filters: [] }, []],
    ];

    it.each(table)('filters by %s', async (_name, filter, expected) => {
      const found = await reader.list({
        filter,
        orderBy: { field: 'id', direction: 'asc' },
        limit: 10,
        offset: 0,
      });
      expect(found.map(({ id }) => id)).toEqual(expected);
      expect(await reader.count(filter)).toBe(expected.length);
    });

    it('lists the newest first, page by page', async () => {
      const page = (offset: number) =>
        reader
          .list({ limit: 2, offset })
          .then(list => list.map(({ id }) => id));
      expect(await page(0)).toEqual(['c', 'b']);
      expect(await page(2)).toEqual(['a']);
    });

    it('counts runs by workflow and knows the last of each', async () => {
      await store.registerWorker('w1', LEASE_MS);
      await claimDue({ workerId: 'w1', now: 5000, limit: 9 });
      await append('w1', [
        step('a', {
          change: { status: 'completed', startedAt: 100, endedAt: 150 },
        }),
        step('b', {
          change: { status: 'failed', startedAt: 100, endedAt: 900 },
        }),
      ]);
      const stats = await reader.stats({ recentSince: 2 });
      const byId = [...stats].sort((x, y) =>
        x.workflowId.localeCompare(y.workflowId),
      );
      expect(byId).toEqual([
        {
          workflowId: 'audit_1',
          total: 1,
          completed: 0,
          failed: 0,
          recent: 1,
          averageDurationMs: undefined,
          last: { instanceId: 'c', status: 'pending', createdAt: 3 },
        },
        {
          workflowId: 'hello',
          total: 2,
          completed: 1,
          failed: 1,
          recent: 1,
          averageDurationMs: 50,
          last: { instanceId: 'b', status: 'failed', createdAt: 2 },
        },
      ]);
    });

    it('reads a log forwards and backwards', async () => {
      await store.registerWorker('w1', LEASE_MS);
      await claimDue({ workerId: 'w1', now: 5000, limit: 9 });
      await append('w1', [
        step('a', { entries: [entry(2), entry(3), entry(4)] }),
      ]);
      const forwards = await reader.readLog('a', { afterSeq: 1, limit: 2 });
      const backwards = await reader.searchLog('a', {
        filter: {},
        afterSeq: 0,
        beforeSeq: 4,
        order: 'desc',
        limit: 2,
      });
      expect(forwards.map(({ seq }) => seq)).toEqual([2, 3]);
      expect(backwards.map(({ seq }) => seq)).toEqual([3, 2]);
    });
  });

  describe('definitions', () => {
    it('keeps every text, and knows which is the present one (R4)', async () => {
      const definitions = new KnexDefinitionStore(knex);
      await definitions.publish(storedDefinition('hello', 'v1'), 'folder');
      await definitions.publish(storedDefinition('hello', 'v2'), 'folder');
      expect(await definitions.getCurrent('hello')).toMatchObject({
        ...storedDefinition('hello', 'v2'),
        source: 'folder',
        isEnabled: true,
      });
      expect(await definitions.getByHash('hello', 'v1')).toMatchObject(
        storedDefinition('hello', 'v1'),
      );
      expect(await definitions.listCurrent()).toHaveLength(1);
    });

    it('says which version is the present one, and whether it may be run, without its text', async () => {
      const definitions = new KnexDefinitionStore(knex);
      expect(await definitions.getCurrentVersion('hello')).toBeUndefined();
      await definitions.publish(storedDefinition('hello', 'v1'), 'folder');
      await definitions.publish(
        storedDefinition('hello', 'v2', false),
        'folder',
      );
      const present = {
        workflowId: 'hello',
        hash: 'v2',
        version: '1.0.0',
        isValid: false,
        isEnabled: true,
      };
      expect(await definitions.getCurrentVersion('hello')).toEqual(present);

      const editor = new KnexWorkflowEditor(knex);
      await editor.configure('hello', { isEnabled: false });
      expect(await definitions.getCurrentVersion('hello')).toEqual({
        ...present,
        isEnabled: false,
      });
    });

    it('takes from the list what its source no longer has', async () => {
      const definitions = new KnexDefinitionStore(knex);
      await definitions.publish(storedDefinition('a', 'a1'), 'folder');
      await definitions.publish(storedDefinition('b', 'b1', false), 'folder');
      await definitions.publish(storedDefinition('c', 'c1'), 'elsewhere');
      await expect(definitions.retireAllBut('folder', ['b'])).resolves.toEqual([
        'a',
      ]);
      const left = await definitions.listCurrent();
      expect(
        left.map(({ workflowId, isValid }) => [workflowId, isValid]),
      ).toEqual([
        ['b', false],
        ['c', true],
      ]);
      expect(await definitions.getByHash('a', 'a1')).toBeDefined();
    });

    it('takes from the list what came from sources that are no more', async () => {
      const definitions = new KnexDefinitionStore(knex);
      await definitions.publish(storedDefinition('a', 'a1'), 'folder');
      await definitions.publish(storedDefinition('b', 'b1'), 'elsewhere');
      await expect(definitions.retireSourcesBut(['folder'])).resolves.toEqual([
        'b',
      ]);
      expect(await definitions.getCurrent('a')).toBeDefined();
    });
  });

  it('takes away the tables it made, and makes them again', async () => {
    await migrateDown(knex);
    expect(await knex.schema.hasTable('instances')).toBe(false);
    await migrate(knex);
    await create(newInstance('i1'));
    expect(await reader.count(undefined)).toBe(1);
  });

  it('says that the database is away, not what it said', async () => {
    await knex.destroy();
    const attempt = create(newInstance('i1'));
    await expect(attempt).rejects.toThrow(EngineError);
    await expect(attempt).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
