import type { Knex } from 'knex';
import { chooseFairly, type Candidate } from '../../chooseFairly';
import {
  WorkerFencedError,
  type Claim,
  type Instance,
} from '../../InstanceStore';
import { instanceOf } from '../rows';
import type { InstanceRow, Millis } from '../tables';
import { LANES } from './lanes';

/** So many times what is wanted is looked at: some may be in the hands of another worker at that moment. */
const SPARE = 2;

/**
 * Claims due instances: one statement finds them, without a lock; another makes them the worker's, skipping what others have locked
 * or taken meanwhile, while the worker's row is held `for share`, so that nobody declares it dead before the commit.
 *
 * The first goes by `instances_due`, the second by the primary key.
 *
 * @throws {@link WorkerFencedError} the worker is dead: what it claimed nobody would ever take over
 */
export async function claimOnPostgres(
  knex: Knex,
  { workerId, now, limit, owned, maxPerWorkflow }: Claim,
): Promise<readonly Instance[]> {
  const candidates = await findDue(knex, now, limit * SPARE);
  const room = { limit: limit * SPARE, owned, maxPerWorkflow };
  const ids = chooseFairly(candidates, room).map(({ id }) => id);
  const result = await knex.raw<{ rows: ClaimRow[] }>(TAKE, [
    workerId,
    ids,
    limit,
  ]);
  const { rows } = result;
  if (rows.length === 0) {
    throw new WorkerFencedError(`Worker ${workerId} has lost its lease`);
  }
  return inOrderOf(ids, rows.filter(isInstance).map(instanceOf));
}

/** One row with the worker's id and nothing else, when there is nothing to claim. */
type ClaimRow = InstanceRow | { readonly id: null };

function isInstance(row: ClaimRow): row is InstanceRow {
  return row.id !== null;
}

const FIND = `with recursive ${LANES}
select lane.priority, lane.workflow_id, due.id, due.wake_at
from lane cross join lateral (
  select id, wake_at from instances
  where owner is null and wake_at is not null
    and priority = lane.priority and workflow_id = lane.workflow_id and wake_at <= ?
  order by wake_at limit ?
) as due`;

async function findDue(
  knex: Knex,
  now: number,
  limit: number,
): Promise<readonly Candidate[]> {
  const { rows } = await knex.raw<{ rows: DueRow[] }>(FIND, [now, limit]);
  return rows.map(row => ({
    id: row.id,
    workflowId: row.workflow_id,
    priority: row.priority,
    wakeAt: Number(row.wake_at),
  }));
}

interface DueRow {
  readonly id: string;
  readonly workflow_id: string;
  readonly priority: number;
  readonly wake_at: Millis;
}

const TAKE = `with alive as materialized (
  select id from workers where id = ? and is_alive for share
),
wanted as materialized (
  select id, place from unnest(?::text[]) with ordinality as wanted (id, place)
),
free as materialized (
  select instances.id from wanted join instances on instances.id = wanted.id
  where instances.owner is null and exists (select from alive)
  order by wanted.place
  limit ?
  for update of instances skip locked
),
claimed as (
  update instances set owner = (select id from alive)
  where id = any (array(select id from free))
  returning *
)
select claimed.* from alive left join claimed on true`;

function inOrderOf(
  ids: readonly string[],
  instances: readonly Instance[],
): readonly Instance[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: Instance) => places.get(id) ?? 0;
  return [...instances].sort((a, b) => placeOf(a) - placeOf(b));
}
