import type { Knex } from 'knex';
import { WorkerFencedError } from '../../InstanceStore';
import {
  inSqliteTransaction,
  type Prepare,
  type SqliteValue,
} from '../sqliteConnection';
import type { WrittenIds } from './commitOnPostgres';
import type { CommitRows, StepRow } from './commitRows';

/**
 * Commits steps and new instances in one transaction of prepared statements (L1, R2); what is left out is as on Postgres.
 *
 * `begin immediate` has the file's only write lock, so nobody can declare the worker dead before the commit. Rows are found by
 * the primary key of `instances`.
 *
 * @param workerId - `undefined`: nothing is owned, so nobody needs to be alive
 * @throws {@link WorkerFencedError} the worker is dead; nothing is written
 */
export async function commitOnSqlite(
  knex: Knex,
  workerId: string | undefined,
  rows: CommitRows,
): Promise<WrittenIds> {
  return inSqliteTransaction(knex, prepare => {
    if (workerId !== undefined) requireAlive(prepare, workerId);
    const advanced = advance(prepare, workerId, rows.steps);
    const created = insertInto(prepare, 'instances', rows.created, row => row.id);
    const isWritten = ({ instance_id }: { instance_id: string }) =>
      advanced.has(instance_id) || created.has(instance_id);
    insertInto(prepare, 'payloads', rows.payloads.filter(isWritten));
    insertAll(prepare, 'log', rows.log.filter(isWritten));
    deleteSignals(prepare, rows, advanced);
    return { advanced, created };
  });
}
