import { isError, ResponseError } from '@backstage/errors';

/** What went wrong with a request, in words for the person who made it. */
export interface RequestProblem {
  readonly message: string;
  /** HTTP status, when an answer came. */
  readonly status?: number;
  /** Stable code of the API, e.g. `WORKFLOW_NOT_FOUND`. */
  readonly code?: string;
}

/** What browsers throw when no answer comes at all, each in words of its own. */
const noAnswer = /failed to fetch|networkerror|load failed/i;

function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && noAnswer.test(error.message);
}

/** Reads a thrown value as a {@link RequestProblem}; never throws. */
export function describeError(error: unknown): RequestProblem {
  if (error instanceof ResponseError) {
    const { message, code } = error.body.error;
    return {
      message: message || error.message,
      status: error.statusCode,
      ...(typeof code === 'string' && { code }),
    };
  }
  if (isUnreachable(error)) {
    return { message: 'The portal does not answer. Is the network there?' };
  }
  return { message: isError(error) ? error.message : String(error) };
}
