import type { Knex } from 'knex';
import type {
  Accepted,
  Append,
  Commit,
  Committed,
  NewInstance,
} from '../../InstanceStore';
import { commitOnPostgres } from './commitOnPostgres';
import { commitOnSqlite } from './commitOnSqlite';
import { commitRowsOf } from './commitRows';
import { findAccepted, isInLog } from './readBack';
import { isSqlite } from './workerLeases';

/**
 * Commits steps of several instances and accepts new ones in one transaction (L1, R2), and reads back what has become of those
 * that it left out.
 *
 * @param workerId - the owner of the instances; `undefined` when none is owned
 * @throws {@link WorkerFencedError} the worker is dead; nothing is written
 */
export async function commitTogether(
  knex: Knex,
  workerId: string | undefined,
  commit: Commit,
): Promise<Committed> {
  const rows = commitRowsOf(commit, workerId);
  const { advanced, created } = isSqlite(knex)
    ? await commitOnSqlite(knex, workerId, rows)
    : await commitOnPostgres(knex, workerId, rows);
  const resultOf = (step: Append) =>
    advanced.has(step.instanceId) || isInLog(knex, step);
  const acceptedOf = ({ instance }: { readonly instance: NewInstance }) =>
    created.has(instance.id) ? CREATED : findAccepted(knex, instance);
  return {
    steps: await Promise.all(commit.steps.map(resultOf)),
    created: await Promise.all(commit.created.map(acceptedOf)),
  };
}

const CREATED: Accepted = { kind: 'created' };
