import { databaseIds, emptyDatabase } from '../../__testUtils__/databases';
import { migrate, migrateTo } from './migrate';

jest.setTimeout(180_000);

const before = '20261125000000_keep_log_by_step.js';

const row = (id: string, createdAt: number, initiator: string | null) => ({
  id,
  initiator,
  workflow_id: 'hello',
  workflow_version: '1.0.0',
  definition_hash: 'hash',
  behaviour_version: 3,
  epoch: 'e1',
  seq: 1,
  status: 'completed',
  input: '{"value":{}}',
  created_at: createdAt,
  open_signals: 0,
  idempotency_key: 'k',
  request_hash: 'h',
});

it.each(databaseIds)(
  'of several that nobody has started under one key the first keeps it, on %s',
  async databaseId => {
    const knex = await emptyDatabase(databaseId);
    await migrateTo(knex, before);
    await knex('instances').insert([
      row('later', 2000, null),
      row('of-ada', 1000, 'user:default/ada'),
      row('first', 1000, null),
      row('same-time', 1000, null),
    ]);
    await migrate(knex);
    const keyed = await knex('instances').whereNotNull('idempotency_key');
    expect(keyed.map(({ id }) => id).sort()).toEqual(['first', 'of-ada']);
    await expect(
      knex('instances').insert(row('another', 3000, null)),
    ).rejects.toThrow(/unique/i);
  },
);
