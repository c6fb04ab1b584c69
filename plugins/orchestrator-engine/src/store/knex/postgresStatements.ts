import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/** What is known of the statements that a pool has prepared. */
interface Preparing {
  executions: number;
  /** Whether statements do not stay prepared: some poolers give each transaction another connection. */
  isInVain: boolean;
}

const preparing = new WeakMap<object, Preparing>();

/** `invalid_sql_statement_name`, `duplicate_prepared_statement`: found before anything is carried out. */
const IN_VAIN = new Set(['26000', '42P05']);

/** The last of the ages of a statement. */
const LAST_AGE = 6;

/**
 * Runs a statement that each connection prepares once: on Postgres, planning a commit costs as much as carrying it out.
 *
 * A plan is made for tables of the size that they have then, and an empty table is best read whole. So statements are prepared
 * anew when they have been carried out 4, 16, 64, … 4 096 times. Behind a pooler that does not keep them they are planned each time.
 *
 * @param sql - of few texts: each stays prepared for as long as the connection is open
 */
export async function runPrepared<Row>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<readonly Row[]> {
  const state = preparingOf(knex);
  state.executions += 1;
  const statement = () => knex.raw<{ rows: Row[] }>(sql, [...bindings]);
  if (state.isInVain) return (await statement()).rows;
  try {
    const name = nameOf(sql, state.executions);
    return (await statement().options({ name })).rows;
  } catch (error) {
    if (!isInVain(error)) throw error;
    state.isInVain = true;
    return (await statement()).rows;
  }
}

function preparingOf({ client }: Knex): Preparing {
  const known = preparing.get(client);
  if (known) return known;
  const state = { executions: 0, isInVain: false };
  preparing.set(client, state);
  return state;
}

const hashes = new Map<string, string>();

/** Of the text, so that no process ever finds another one's statement under its name. */
function nameOf(sql: string, executions: number): string {
  const hash =
    hashes.get(sql) ?? createHash('sha256').update(sql).digest('hex');
  hashes.set(sql, hash);
  const age = Math.min(Math.floor(Math.log2(executions) / 2), LAST_AGE);
  return `orchestrator_${hash.slice(0, 32)}_${age}`;
}

function isInVain(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && IN_VAIN.has(String(error.code))
  );
}
