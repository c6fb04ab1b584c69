import { EngineError } from '../../EngineError';
import { WorkerFencedError } from '../InstanceStore';

/** SQLSTATE classes and codes after which the same statement may succeed later: connection, resources, shutdown, locks. */
const TRANSIENT_SQLSTATE =
  /^(08...|53...|57P0[1235]|57014|25006|25P03|40001|40P01|55P03)$/;

const TRANSIENT_SQLITE = /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN)/;

const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const TRANSIENT_MESSAGES =
  /Connection terminated|connection error|timeout expired|Timeout acquiring a connection|Unable to acquire a connection|aborted by the client/i;

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
    throw new EngineError(
      'STORE_UNAVAILABLE',
      `The database cannot be reached (${reason})`,
    );
  }
}

/** The driver's own words: knex writes the statement before them, with ` - ` between. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const own = message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '');
  return [codeOf(error), own.slice(0, MAX_MESSAGE)].filter(Boolean).join(' ');
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return (
    TRANSIENT_CODES.has(code) ||
    TRANSIENT_SQLSTATE.test(code) ||
    TRANSIENT_SQLITE.test(code) ||
    (error instanceof Error && TRANSIENT_MESSAGES.test(error.message))
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
