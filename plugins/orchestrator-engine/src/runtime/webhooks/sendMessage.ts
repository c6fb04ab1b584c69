import { Headers, type Response } from 'undici';
import type { GuardedHttp } from '../../activities/egress/GuardedHttp';
import type { WebhookAttempt } from '../../store/WebhookStore';
import type { Clock } from '../Clock';

/** A signed message. */
interface WebhookMessage {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** An attempt, and how long a pause the receiver asks for. */
export interface SentMessage {
  readonly attempt: WebhookAttempt;
  readonly askedMs?: number;
}

/** How much of an answer is kept, bytes. */
const ANSWER_BYTES = 1024;

/**
 * Sends a message once. Whatever goes wrong is told in the attempt.
 *
 * @param means - `signal` gives it up
 * @throws the signal's reason, when that has given it up
 */
export async function sendMessage(
  { url, headers, body }: WebhookMessage,
  means: {
    readonly http: GuardedHttp;
    readonly clock: Clock;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
): Promise<SentMessage> {
  const { http, clock, timeoutMs, signal } = means;
  const late = new AbortController();
  const cancelTimeout = clock.schedule(
    () => late.abort(new Error(`There was no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  const time = clock.now();
  const took = () => Math.max(clock.now() - time, 0);
  try {
    const response = await http.open(
      { method: 'POST', uri: url, headers: new Headers(headers), body },
      AbortSignal.any([signal, late.signal]),
    );
    const answer = await beginningOf(response);
    const { status } = response;
    return {
      attempt: { time, durationMs: took(), status, answer },
      askedMs: askedPause(response, clock.now()),
    };
  } catch (error) {
    signal.throwIfAborted();
    const reason = late.signal.aborted ? late.signal.reason : error;
    return { attempt: { time, durationMs: took(), error: textOf(reason) } };
  } finally {
    cancelTimeout();
  }
}

/** What an error says, and what it says of its cause: that of `fetch` tells nothing by itself. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === undefined) return error.message;
  return `${error.message}: ${textOf(error.cause)}`;
}

/** The first bytes as text that every database takes; `undefined` when there are none. */
async function beginningOf({ body }: Response): Promise<string | undefined> {
  let bytes = Buffer.alloc(0);
  try {
    for await (const chunk of body ?? []) {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length >= ANSWER_BYTES) break;
    }
  } catch {
    // The status has said what counts; of the rest, what has come will do.
  }
  const text = bytes.subarray(0, ANSWER_BYTES).toString('utf8');
  return text.replaceAll('\0', '\ufffd') || undefined;
}

/** `Retry-After`, in seconds or as a date. */
function askedPause(
  { headers, status }: Response,
  now: number,
): number | undefined {
  const asked = headers.get('retry-after');
  if (asked === null || status < 400) return undefined;
  const ms = /^\d+$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - now;
  return ms > 0 ? ms : undefined;
}
