import { standardError, WorkflowError } from '../interpreter/WorkflowError';
import type { ActivityContext, ActivityResult } from './ActivityExecutor';
import { Secrets } from './secrets/Secrets';
import type { Call } from './Call';
import { EgressRefusedError } from './egress/EgressPolicy';
import { TooLargeError } from './egress/readAnswer';

/** What is carried out, and within which bounds. */
export interface Undertaking {
  /** What is called, for people: `GET http://…`. */
  readonly target: string;
  /** How long it may take, milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Carries out an effect within its time, and makes an outcome of however it ends. What is told of a failure holds none of
 * the secrets that the call came to know.
 */
export async function carryOut(
  { target, timeoutMs }: Undertaking,
  context: ActivityContext,
  work: (call: Call) => Promise<ActivityResult>,
): Promise<ActivityResult> {
  const secrets = new Secrets();
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([context.signal, deadline]);
  const { idempotencyKey, traceparent, requireLease } = context;
  const call = { idempotencyKey, traceparent, requireLease, signal, secrets };
  try {
    return redacted(await work(call), secrets);
  } catch (error) {
    const { details } = describeFailure(
      error,
      { target, timeoutMs },
      { isCancelled: context.signal.aborted, isLate: deadline.aborted },
    );
    return redacted({ outcome: { ok: false, error: details } }, secrets);
  }
}

function redacted(result: ActivityResult, secrets: Secrets): ActivityResult {
  const { outcome } = result;
  if (outcome.ok || outcome.error.detail === undefined) return result;
  const detail = secrets.redact(outcome.error.detail);
  return {
    ...result,
    outcome: { ok: false, error: { ...outcome.error, detail } },
  };
}

function describeFailure(
  error: unknown,
  { target, timeoutMs }: Undertaking,
  { isCancelled, isLate }: { isCancelled: boolean; isLate: boolean },
): WorkflowError {
  if (isCancelled) return standardError('runtime', `${target} was cancelled`);
  if (isLate) {
    return standardError(
      'timeout',
      `${target} took longer than ${timeoutMs} ms`,
    );
  }
  if (error instanceof WorkflowError) return error;
  const refused = causesOf(error).find(
    cause => cause instanceof EgressRefusedError,
  );
  if (refused) return standardError('authorization', refused.message, 403);
  const reason = reasonOf(error);
  return standardError(
    'communication',
    error instanceof TooLargeError
      ? `${target}: ${reason}`
      : `${target} failed: ${reason}`,
  );
}

/** What went wrong in one line, with all causes. */
export function reasonOf(error: unknown): string {
  return causesOf(error)
    .map(({ message, code }) => message || code)
    .filter(Boolean)
    .join(': ');
}

/** What the system's errors have, whichever realm they come from. */
interface Cause {
  readonly message: string;
  readonly code?: string;
}

function causesOf(error: unknown): readonly Cause[] {
  if (typeof error !== 'object' || error === null) return [];
  if (!('message' in error)) return [];
  const { cause } = error as { cause?: unknown };
  return [error as Cause, ...causesOf(cause)];
}
