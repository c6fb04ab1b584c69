import type { Knex } from 'knex';
import { databaseIds, emptyDatabase } from '../../__testUtils__/databases';
import { KnexFeedReader } from './KnexFeedReader';
import { KnexInstanceStore } from './KnexInstanceStore';
import { migrate, migrateTo } from './migrate';

jest.setTimeout(180_000);

const before = '20261124900000_create_trials.js';

const instance = {
  id: 'i1',
  workflow_id: 'hello',
  workflow_version: '1.0.0',
  definition_hash: 'hash',
  behaviour_version: 3,
  epoch: 'e1',
  seq: 3,
  status: 'running',
  input: '{"value":{}}',
  created_at: 1000,
  started_at: 1001,
  open_signals: 0,
};

const entries = [
  {
    type: 'instance.created',
    time: 1000,
    actor: { kind: 'user', ref: 'user:default/ada' },
    data: { input: { value: { text: 'a "quoted" \u2028 line\n' } } },
  },
  { type: 'instance.started', time: 1001, data: {} },
  { type: 'task.started', taskKey: '/do/0/a"b', time: 1002, data: {} },
];

describe.each(databaseIds)(
  'a log that was kept by entry, on %s',
  databaseId => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await emptyDatabase(databaseId);
      await migrateTo(knex, before);
      await knex('instances').insert(instance);
      for (const [index, entry] of entries.entries()) {
        await knex('log').insert({
          instance_id: 'i1',
          seq: index + 1,
          type: entry.type,
          task_key: entry.taskKey,
          time: entry.time,
          actor: entry.actor && JSON.stringify(entry.actor),
          data: JSON.stringify(entry.data),
        });
      }
    });

    it('says the same by step', async () => {
      await migrate(knex);
      expect(await new KnexInstanceStore(knex).loadLog('i1')).toEqual(
        entries.map((entry, index) => ({ seq: index + 1, ...entry })),
      );
    });

    it('is read on from where a reader had come', async () => {
      const [, second] = await knex('log').orderBy('seq');
      const { tx, position } = second;
      const cursor = tx === undefined ? String(position) : `${tx}.2.i1`;
      await migrate(knex);
      const page = await new KnexFeedReader(knex).read({
        after: cursor,
        limit: 9,
        upTo: tx === undefined ? `${position + 9}.0.` : `${tx}0.0.`,
      });
      expect(page.entries.map(({ entry }) => entry.seq)).toEqual([3]);
    });

    it('can be kept by entry again', async () => {
      const was = await knex('log').orderBy('seq');
      await migrate(knex);
      await knex.migrate.down({
        name: '20261125000000_keep_log_by_step.js',
        directory: `${__dirname}/../../../migrations`,
        tableName: 'orchestrator_migrations',
      });
      expect(await knex('log').orderBy('seq')).toEqual(was);
      await migrate(knex);
      expect(await new KnexInstanceStore(knex).loadLog('i1')).toHaveLength(3);
    });
  },
);
