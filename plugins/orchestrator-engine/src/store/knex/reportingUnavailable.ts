import { EngineError } from '../../EngineError';

/** SQLSTATE classes and codes after which the same statement may succeed later: connection, resources, shutdown, locks. */
const TRANSIENT_SQLSTATE = /^(08...|53...|57P0[123]|40001|40P01|55P03)$/;

const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'SQLITE_BUSY',
  'SQLITE_FULL',
  'SQLITE_IOERR',
]);

const TRANSIENT_MESSAGES =
  /Connection terminated|Timeout acquiring a connection|Unable to acquire a connection|aborted by the client/i;

/**
 * Runs a database operation; says `STORE_UNAVAILABLE` for errors of which a later try may be free.
 *
 * @throws {@link EngineError} `STORE_UNAVAILABLE`; any other error as it is
 */
export async function reportingUnavailable<T>(
  operation: () => Promise<T>,
): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (!isTransient(error)) throw error;
    throw new EngineError(
      'STORE_UNAVAILABLE',
      'The database cannot be reached',
      {
        cause: error,
      },
    );
  }
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    TRANSIENT_CODES.has(code) ||
    TRANSIENT_SQLSTATE.test(code) ||
    TRANSIENT_MESSAGES.test(error.message)
  );
}
