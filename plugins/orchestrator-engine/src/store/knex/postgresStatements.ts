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

/** What a connection of `pg` does here. */
interface PostgresConnection {
  query<Row>(statement: {
    /** Under which the connection keeps what it has prepared; absent when it is to keep nothing. */
    readonly name?: string;
    readonly text: string;
    readonly values: readonly Knex.RawBinding[];
  }): Promise<{ readonly rows: Row[] }>;
}

/**
 * Runs a statement that each connection prepares once: on Postgres, planning a commit costs as much as carrying it out. It goes past
 * knex, which would take it to pieces each time.
 *
 * A plan is made for tables of the size that they have then, and an empty table is best read whole. So statements are prepared
 * anew when they have been carried out 4, 16, 64, … 4 096 times. Behind a pooler that does not keep them they are planned each time.
 *
 * @param sql - of few texts: each stays prepared for as long as the connection is open; `?` takes the next binding, and is nothing else
 */
export async function runPrepared<Row>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<readonly Row[]> {
  const connection: PostgresConnection = await knex.client.acquireConnection();
  try {
    return await runOn(connection, preparingOf(knex), sql, bindings);
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function runOn<Row>(
  connection: PostgresConnection,
  state: Preparing,
  sql: string,
  values: readonly Knex.RawBinding[],
): Promise<readonly Row[]> {
  const { hash, text } = knownText(sql);
  state.executions += 1;
  if (!state.isInVain) {
    try {
      const name = nameOf(hash, state.executions);
      return (await connection.query<Row>({ name, text, values })).rows;
    } catch (error) {
      if (!isInVain(error)) throw error;
      state.isInVain = true;
    }
  }
  return (await connection.query<Row>({ text, values })).rows;
}

function preparingOf({ client }: Knex): Preparing {
  const known = preparing.get(client);
  if (known) return known;
  const state = { executions: 0, isInVain: false };
  preparing.set(client, state);
  return state;
}

/** A statement as Postgres takes it, and by what it is known. */
interface KnownText {
  readonly text: string;
  /** Of the text, so that no process ever finds another one's statement under its name. */
  readonly hash: string;
}

const known = new Map<string, KnownText>();

function knownText(sql: string): KnownText {
  const found = known.get(sql);
  if (found) return found;
  let bindings = 0;
  const text = sql.replaceAll('?', () => `$${(bindings += 1)}`);
  const hash = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  const made = { text, hash };
  known.set(sql, made);
  return made;
}

function nameOf(hash: string, executions: number): string {
  const age = Math.min(Math.floor(Math.log2(executions) / 2), LAST_AGE);
  return `orchestrator_${hash}_${age}`;
}

function isInVain(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && IN_VAIN.has(String(error.code))
  );
}
