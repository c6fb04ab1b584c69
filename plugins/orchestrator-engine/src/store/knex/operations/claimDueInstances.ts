import type { Knex } from 'knex';
import type { Claim, Instance } from '../../InstanceStore';
import { claimOnPostgres } from './claimOnPostgres';
import { claimOnSqlite } from './claimOnSqlite';
import { isSqlite } from './workerLeases';

/**
 * Claims up to `limit` due instances for this worker, chosen fairly between workflows.
 *
 * @throws {@link WorkerFencedError} the worker is dead: what it claimed nobody would ever take over
 * @returns claimed instances, those of the highest priority first, all owned by this worker
 */
export async function claimDueInstances(
  knex: Knex,
  claim: Claim,
): Promise<readonly Instance[]> {
  return isSqlite(knex)
    ? claimOnSqlite(knex, claim)
    : claimOnPostgres(knex, claim);
}
