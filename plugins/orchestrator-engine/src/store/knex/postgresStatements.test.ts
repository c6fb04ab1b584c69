import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { runPrepared } from './postgresStatements';

const POSTGRES = databaseIds.filter(id => id.startsWith('POSTGRES'));

const SQL = 'select ?::int + 1 as next';

(POSTGRES.length > 0 ? describe : describe.skip)(
  'statements on Postgres',
  () => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await migratedDatabase(POSTGRES[0]);
    });

    const next = (n: number) =>
      runPrepared<{ next: number }>(knex, SQL, [n]).then(([row]) => row.next);

    async function preparedNames(on: Knex) {
      const { rows } = await on.raw<{ rows: { name: string }[] }>(
        "select name from pg_prepared_statements where statement like 'select $1::int + 1%' order by name",
      );
      return rows.map(({ name }) => name);
    }

    /** In one connection after the other, as a pooler deals them out. */
    async function forgetPrepared() {
      await knex.raw('deallocate all');
    }

    it('are prepared once, and anew as tables may have grown', async () => {
      for (let n = 0; n < 3; n += 1) expect(await next(n)).toBe(n + 1);
      expect(await preparedNames(knex)).toHaveLength(1);
      for (let n = 0; n < 20; n += 1) await next(n);
      expect(await preparedNames(knex)).toHaveLength(3);
    });

    it('are carried out though the connection has forgotten them', async () => {
      expect(await next(1)).toBe(2);
      await forgetPrepared();
      expect(await next(2)).toBe(3);
      expect(await next(3)).toBe(4);
      expect(await preparedNames(knex)).toEqual([]);
    });

    it('fail with what the database says', async () => {
      const refused = runPrepared(knex, 'select 1 / ?::int as n', [0]);
      await expect(refused).rejects.toMatchObject({ code: '22012' });
    });
  },
);
