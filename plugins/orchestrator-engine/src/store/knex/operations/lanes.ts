/**
 * The lanes of the queue: each priority and workflow of which some instance has a time to wake and no owner.
 *
 * Both databases skip from lane to lane over the partial index `instances_due`: that costs as much as there are lanes, however many
 * instances wait in each.
 */
import type { Prepare } from '../sqliteConnection';

/** A lane; also a row of the index. */
export interface Lane {
  readonly priority: number;
  readonly workflow_id: string;
}

const UNOWNED = 'owner is null and wake_at is not null';

const FIRST = `select priority, workflow_id from instances where ${UNOWNED}
  order by priority desc, workflow_id limit 1`;

/** For Postgres: the recursive part `lane` of a `with recursive`. */
export const LANES = `lane as (
  (${FIRST})
  union all
  select next.priority, next.workflow_id from lane cross join lateral (
    (
      select priority, workflow_id from instances
      where ${UNOWNED} and priority = lane.priority and workflow_id > lane.workflow_id
      order by workflow_id limit 1
    )
    union all
    (
      select priority, workflow_id from instances
      where ${UNOWNED} and priority < lane.priority
      order by priority desc, workflow_id limit 1
    )
    limit 1
  ) as next
)`;

const NEXT_WORKFLOW = `select priority, workflow_id from instances
  where ${UNOWNED} and priority = ? and workflow_id > ?
  order by workflow_id limit 1`;

const NEXT_PRIORITY = `select priority, workflow_id from instances
  where ${UNOWNED} and priority < ?
  order by priority desc, workflow_id limit 1`;

/** For SQLite, which has no `lateral`. */
export function* lanesOnSqlite(prepare: Prepare): Iterable<Lane> {
  let lane = prepare(FIRST).get() as Lane | undefined;
  while (lane) {
    yield lane;
    const { priority, workflow_id } = lane;
    lane = (prepare(NEXT_WORKFLOW).get(priority, workflow_id) ??
      prepare(NEXT_PRIORITY).get(priority)) as Lane | undefined;
  }
}

/** What is due in a lane; takes its priority, its workflow, the time, and how many at most. */
export const DUE_IN_LANE = `select id, wake_at from instances
  where ${UNOWNED} and priority = ? and workflow_id = ? and wake_at <= ?
  order by wake_at limit ?`;
