import { EngineError } from '../../EngineError';
import { WorkerFencedError } from '../InstanceStore';

/** SQLSTATE classes and codes after which the same statement may succeed later: connection, resources, shutdown, locks, the disk. */
const TRANSIENT_SQLSTATE =
  /^(08...|53...|58...|57P0[1235]|57014|25006|25P0[23]|40001|40003|40P01|55P03)$/;

const TRANSIENT_SQLITE =
  /^SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN|PROTOCOL)/;

const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ECONNABORTED',
  // What this process has used up for now: ports, buffers, open files.
  'EADDRNOTAVAIL',
  'ENOBUFS',
  'EMFILE',
  'ENFILE',
]);

/** It is a standby, or this process is to write nothing: see `refuseWrites`. */
const READ_ONLY = /^(25006|SQLITE_READONLY)/;

/** What `pg`, knex and its pool say without a code, of connections that end, are none, or do not answer. */
const TRANSIENT_MESSAGES =
  /Connection terminated|connection error|is not queryable|timeout expired|read timeout|Timeout acquiring a connection|Unable to acquire a connection|^aborted$|aborted by the client/i;

/** The longest message of a database that is passed on. */
const MAX_MESSAGE = 300;

/**
 * Runs a database operation; says `STORE_UNAVAILABLE` for errors of which a later try may be free.
 *
 * Statements and the values bound to them do not leave the store with its errors: they hold what workflows work on.
 *
 * @throws {@link EngineError} `STORE_UNAVAILABLE`; {@link EngineError}s and {@link WorkerFencedError} as they are; of any other
 *   error, what the database says of it
 */
export async function reportingUnavailable<T>(
  operation: () => Promise<T>,
): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof EngineError || error instanceof WorkerFencedError) {
      throw error;
    }
    const reason = reasonOf(error);
    if (!isTransient(error)) throw new Error(`The database says: ${reason}`);
    const what = READ_ONLY.test(codeOf(error)) ? 'written to' : 'reached';
    throw new EngineError(
      'STORE_UNAVAILABLE',
      `The database cannot be ${what} (${reason})`,
    );
  }
}

/** The driver's own words: knex writes the statement before them, with ` - ` between. */
function reasonOf(error: unknown): string {
  const message = messageOf(error);
  const own = message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '');
  return [codeOf(error), own.slice(0, MAX_MESSAGE)].filter(Boolean).join(' ');
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return (
    TRANSIENT_CODES.has(code) ||
    TRANSIENT_SQLSTATE.test(code) ||
    TRANSIENT_SQLITE.test(code) ||
    TRANSIENT_MESSAGES.test(messageOf(error))
  );
}

function codeOf(error: unknown): string {
  return isObject(error) && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return isObject(error) && 'message' in error
    ? String(error.message)
    : String(error);
}

/** Whatever a driver throws: it may be an error of another realm. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
