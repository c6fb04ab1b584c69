import type { Knex } from 'knex';
import type { HeldDuty } from '../../DutyStore';
import type { DutyRow } from '../tables';
import { databaseNow, databaseNowPlus } from './workerLeases';

type StateRow = Pick<DutyRow, 'state'>;

const HOLD = `
insert into duties (name, holder, held_until)
select ?, id, ? from workers where id = ? and is_alive
on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
where duties.holder = excluded.holder
  or duties.held_until < ?
  or not exists (
    select 1 from workers
    where workers.id = duties.holder and workers.is_alive and workers.lease_until >= ?
  )
returning state`;

/**
 * Takes or prolongs a duty that nobody else holds, by one statement: of several that try at once, one gets it. Only a living worker
 * gets it; that of a worker whose lease has run out is anyone's. By the primary keys of `duties` and `workers`.
 */
export async function holdDuty(
  knex: Knex,
  duty: {
    readonly name: string;
    readonly holder: string;
    readonly forMs: number;
  },
): Promise<HeldDuty | undefined> {
  const { name, holder, forMs } = duty;
  const now = databaseNow(knex);
  const result = await knex.raw<StateRow[] | { rows: StateRow[] }>(HOLD, [
    name,
    databaseNowPlus(knex, forMs),
    holder,
    now,
    now,
  ]);
  const [held] = 'rows' in result ? result.rows : result;
  return held && { state: held.state ?? undefined };
}
