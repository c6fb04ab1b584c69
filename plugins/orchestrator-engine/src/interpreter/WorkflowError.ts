import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

const STANDARD_TYPES = 'https://serverlessworkflow.io/spec/1.0.0/errors';

/**
 * Kinds of errors that the language defines, with the status each has by default (DSL reference, "Standard error types").
 *
 * @public
 */
export const STANDARD_ERRORS = {
  configuration: 400,
  validation: 400,
  expression: 400,
  authentication: 401,
  authorization: 403,
  timeout: 408,
  communication: 500,
  runtime: 500,
} as const;

/** One of {@link STANDARD_ERRORS}. @public */
export type StandardErrorKind = keyof typeof STANDARD_ERRORS;

/**
 * An error inside a run: what `try` can catch and what a failed instance shows. Everything else that is thrown is a
 * fault of the engine and never reaches a `catch` of a workflow.
 *
 * @public
 */
export class WorkflowError extends Error {
  readonly name = 'WorkflowError';

  /** Whether somebody has decided that it stands: no task waits at a gate because of it. */
  readonly isFinal: boolean;

  constructor(
    readonly details: ErrorDetails,
    options?: { cause?: unknown; isFinal?: boolean },
  ) {
    super(details.detail ?? details.title ?? details.type, options);
    this.isFinal = options?.isFinal ?? false;
  }

  /** The error as expressions see it. */
  toJson(): Json {
    return JSON.parse(JSON.stringify(this.details));
  }

  /** This error, said to have been raised by the task at `pointer` unless it already names one. */
  at(pointer: string): WorkflowError {
    if (this.details.instance !== undefined) return this;
    return new WorkflowError(
      { ...this.details, instance: pointer },
      { cause: this.cause, isFinal: this.isFinal },
    );
  }
}

/** URI of a standard kind of error. @public */
export function standardErrorType(kind: StandardErrorKind): string {
  return `${STANDARD_TYPES}/${kind}`;
}

/**
 * A {@link WorkflowError} of a standard kind.
 *
 * @param status - default: the kind's own
 * @public
 */
export function standardError(
  kind: StandardErrorKind,
  detail: string,
  status: number = STANDARD_ERRORS[kind],
): WorkflowError {
  return new WorkflowError({
    type: standardErrorType(kind),
    status,
    title: `${kind[0].toUpperCase()}${kind.slice(1)} error`,
    detail,
  });
}

/**
 * The code by which error types are compared: `communication` for each way the specification, its conformance kit and
 * its older releases write that type's URI; a type of the author's own stays as it is.
 *
 * @public
 */
export function normaliseErrorType(type: string): string {
  const match =
    /^https?:\/\/(?:serverlessworkflow\.io|open-workflow-specification\.org)\/(?:spec\/\d+\.\d+\.\d+\/errors|dsl\/errors\/types)\/([a-z]+)\/?$/.exec(
      type,
    );
  return match ? match[1] : type;
}
