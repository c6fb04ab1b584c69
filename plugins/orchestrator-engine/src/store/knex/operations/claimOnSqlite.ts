import type { Knex } from 'knex';
import { chooseFairly, type Candidate } from '../../chooseFairly';
import type { Claim, Instance } from '../../InstanceStore';
import { instanceOf } from '../rows';
import { inSqliteTransaction, type Prepare } from '../sqliteConnection';
import type { InstanceRow } from '../tables';
import { requireAliveOnSqlite } from './commitOnSqlite';
import { DUE_IN_LANE, lanesOnSqlite } from './lanes';

/**
 * Claims due instances in one transaction, by `instances_due` and then by the primary key.
 *
 * `begin immediate` takes the file's only write lock: nobody claims at the same time, or declares the worker dead.
 *
 * @throws {@link WorkerFencedError} the worker is dead: what it claimed nobody would ever take over
 */
export async function claimOnSqlite(
  knex: Knex,
  { workerId, ...claim }: Claim,
): Promise<readonly Instance[]> {
  return inSqliteTransaction(knex, prepare => {
    requireAliveOnSqlite(prepare, workerId);
    const chosen = chooseFairly(findDue(prepare, claim), claim);
    const take = prepare('update instances set owner = ? where id = ?');
    const read = prepare('select * from instances where id = ?');
    return chosen.map(({ id }) => {
      take.run(workerId, id);
      return instanceOf(read.get(id) as InstanceRow);
    });
  });
}

function findDue(
  prepare: Prepare,
  { now, limit }: Pick<Claim, 'now' | 'limit'>,
): readonly Candidate[] {
  return [...lanesOnSqlite(prepare)].flatMap(({ priority, workflow_id }) => {
    const due = prepare(DUE_IN_LANE).all(priority, workflow_id, now, limit);
    return (due as DueRow[]).map(({ id, wake_at }) => ({
      id,
      workflowId: workflow_id,
      priority,
      wakeAt: wake_at,
    }));
  });
}

interface DueRow {
  readonly id: string;
  readonly wake_at: number;
}
