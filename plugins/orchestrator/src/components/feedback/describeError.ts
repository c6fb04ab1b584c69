import { isError, ResponseError } from '@backstage/errors';

/** What went wrong with a request, in words for the person who made it. */
export interface RequestProblem {
  readonly message: string;
  /** HTTP status, when an answer came. */
  readonly status?: number;
  /** Stable code of the API, e.g. `WORKFLOW_NOT_FOUND`. */
  readonly code?: string;
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
  return { message: isError(error) ? error.message : String(error) };
}
