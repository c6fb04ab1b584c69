import { errors, type Response } from 'undici';

/** What may be sent again. */
interface Request {
  readonly method: string;
  readonly headers: { has(name: string): boolean };
}

/** As many connections that are kept may have been closed meanwhile. */
const MAX_TIMES = 3;

/** A connection that the other side has closed says so at once. What is cut off later may have been worked on. */
const AT_ONCE_MS = 1_000;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Sends a request, and sends it again when the connection that it was sent on had been used before and was closed by the other side
 * just then: servers close what nobody uses for some seconds, and a process that stood still for as long does not know.
 *
 * Only what may be sent twice: requests that change nothing, or have an `Idempotency-Key` (RFC 9110, 9.2.2).
 */
export async function sendAgainWhereClosed(
  request: Request,
  send: () => Promise<Response>,
): Promise<Response> {
  for (let left = MAX_TIMES; ; left -= 1) {
    const sentAt = performance.now();
    try {
      return await send();
    } catch (error) {
      const isAtOnce = performance.now() - sentAt < AT_ONCE_MS;
      const isStale = isAtOnce && wasClosedAfterUse(error);
      if (left === 0 || !isStale || !isRepeatable(request)) throw error;
    }
  }
}

function isRepeatable({ method, headers }: Request): boolean {
  return (
    SAFE_METHODS.has(method.toUpperCase()) || headers.has('idempotency-key')
  );
}

function wasClosedAfterUse(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof errors.SocketError && (cause.socket?.bytesRead ?? 0) > 0
  );
}
