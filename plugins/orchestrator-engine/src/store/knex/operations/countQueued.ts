import type { Knex } from 'knex';
import type { QueuedWorkflow } from '../../InstanceStore';
import { inSqliteTransaction } from '../sqliteConnection';
import { DUE_IN_LANE, LANES, lanesOnSqlite, type Lane } from './lanes';
import { isSqlite } from './workerLeases';

/**
 * How many instances are due and have no owner, by priority and workflow. Counts by `instances_due`, up to `countUpTo` in each.
 */
export async function countQueued(
  knex: Knex,
  of: { readonly now: number; readonly countUpTo: number },
): Promise<readonly QueuedWorkflow[]> {
  const rows = isSqlite(knex)
    ? await countOnSqlite(knex, of)
    : await countOnPostgres(knex, of);
  return rows
    .map(({ workflow_id, priority, due }) => ({
      workflowId: workflow_id,
      priority,
      due: Number(due),
    }))
    .filter(({ due }) => due > 0);
}

interface QueuedRow extends Lane {
  readonly due: number | string;
}

const COUNT = `with recursive ${LANES}
select lane.priority, lane.workflow_id, (
  select count(*) from (
    select from instances
    where owner is null and wake_at is not null
      and priority = lane.priority and workflow_id = lane.workflow_id and wake_at <= ?
    limit ?
  ) as due
) as due from lane`;

async function countOnPostgres(
  knex: Knex,
  { now, countUpTo }: { readonly now: number; readonly countUpTo: number },
): Promise<readonly QueuedRow[]> {
  const { rows } = await knex.raw<{ rows: QueuedRow[] }>(COUNT, [
    now,
    countUpTo,
  ]);
  return rows;
}

async function countOnSqlite(
  knex: Knex,
  { now, countUpTo }: { readonly now: number; readonly countUpTo: number },
): Promise<readonly QueuedRow[]> {
  return inSqliteTransaction(knex, prepare => {
    const count = prepare(`select count(*) as due from (${DUE_IN_LANE})`);
    return [...lanesOnSqlite(prepare)].map(lane => ({
      ...lane,
      ...(count.get(lane.priority, lane.workflow_id, now, countUpTo) as {
        due: number;
      }),
    }));
  });
}
