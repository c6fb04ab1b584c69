import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, emptyDatabase } from '../__testUtils__/databases';
import type { FakeAnswer } from '../__testUtils__/FakeActivities';
import { ManualClock } from '../__testUtils__/ManualClock';
import { TestBackend } from '../__testUtils__/TestBackend';
import { migrate, migrateTo } from '../store/knex/migrate';
import recorded from './__fixtures__/behaviour1.json';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import { presentEvent } from './presentEvent';

/** The migrations that there were when the fixture was written, by a process of behaviour 1. */
const LAST_MIGRATION = '20261122000000_create_engine_tables.js';

const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

type Row = { readonly [column: string]: unknown };

/** The fixture was written on SQLite, which has no booleans. */
function withBooleans(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.startsWith('is_') ? Boolean(value) : value,
    ]),
  );
}

async function restore(knex: Knex) {
  await migrateTo(knex, LAST_MIGRATION);
  for (const [table, rows] of Object.entries<Row[]>(recorded.tables)) {
    for (const row of rows) await knex(table).insert(withBooleans(row));
  }
  await migrate(knex);
}

jest.setTimeout(60_000);

describe.each(databaseIds)(
  'a database of behaviour 1 that is migrated with running instances in it, on %s',
  databaseId => {
    let clock: ManualClock;
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;

    beforeEach(async () => {
      const knex = await emptyDatabase(databaseId);
      await restore(knex);
      clock = new ManualClock();
      clock.advance(recorded.now - clock.now());
      backend = new TestBackend(knex, clock, answer);
      runtime = await backend.begin();
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    const answer = (uri: string): FakeAnswer =>
      uri.endsWith('bad') ? { status: 503 } : { value: uri };

    const expectRowToEqualFold = async (id: string) => {
      const instance = (await backend.reader.get(id))!;
      const log = await backend.store.loadLog(id);
      const state = foldEvents(log.map(entry => presentEvent(instance, entry)));
      expect(state).toMatchObject({
        status: instance.status,
        seq: instance.seq,
        endedAt: new Date(instance.endedAt!).toISOString(),
      });
    };

    it.each([
      ['waiting', 'completed', ['after']],
      ['retrying', 'completed', ['flaky']],
      ['running', 'completed', ['slow']],
      ['forked', 'completed', ['late']],
      ['asked', 'cancelled', []],
      ['willFail', 'failed', ['bad']],
    ])(
      'lets %s go on to its end, %s, and repeats no completed call (R1, R5)',
      async (id, end, calls) => {
        await backend.pass(3_600_000);
        await backend.passUntilStatus(id, end);
        const keys = backend.calls.calls.map(({ key }) => key);
        const own = keys.filter(key => key.startsWith(`${id}/`));
        expect(own.map(key => key.split('/').at(-1)?.split('[')[0])).toEqual(
          calls,
        );
        await expectRowToEqualFold(id);
      },
    );

    it('fails as behaviour 1 did, at no gate (R4)', async () => {
      await backend.pass(3_600_000);
      await backend.passUntilStatus('willFail', 'failed');
      expect((await backend.history('willFail')).slice(-3)).toEqual([
        'task.failed /do/1/bad',
        'instance.status_changed',
        'instance.failed',
      ]);
      for (const id of ['willFail', 'failed']) {
        await expect(runtime.retry(id, {}, by)).rejects.toMatchObject({
          code: 'STATE_CONFLICT',
          message: expect.stringContaining('failed for good'),
        });
      }
    });

    it('suspends and resumes what was started before', async () => {
      await runtime.suspend('waiting', by);
      await backend.untilStatus('waiting', 'suspended');
      await runtime.resume('waiting', by);
      await backend.pass(3_600_000);
      await backend.passUntilStatus('waiting', 'completed');
      await expectRowToEqualFold('waiting');
      expect(backend.calls.targets).toContain('GET http://x/after');
    });

    it('keeps what has ended, and runs it once more', async () => {
      const completed = await backend.reader.get('completed');
      expect(completed).toMatchObject({ status: 'completed' });
      const again = await runtime.rerun('completed', {}, by);
      await backend.passUntilStatus(again, 'completed');
    });
  },
);
