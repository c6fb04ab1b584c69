import { CustomErrorBase, ResponseError } from '@backstage/errors';
import type {
  ErrorDetail,
  InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** The orchestrator refused a request. The message is its own, with each fault that it found. @public */
export class OrchestratorRefusedError extends CustomErrorBase {
  readonly name = 'OrchestratorRefusedError';

  constructor(
    message: string,
    /** What the orchestrator answered. */
    readonly statusCode: number,
  ) {
    super(message);
  }
}

/** A workflow's run ended otherwise than by completing. @public */
export class WorkflowRunFailedError extends CustomErrorBase {
  readonly name = 'WorkflowRunFailedError';

  constructor(readonly instance: InstanceState, readonly instanceUrl: string) {
    super(
      `The run of the workflow "${instance.workflow.id}" ${endingOf(
        instance,
      )}; see ${instanceUrl}`,
    );
  }
}

/** A workflow's run took longer than the template wanted to wait. It goes on. @public */
export class WorkflowRunTimeoutError extends CustomErrorBase {
  readonly name = 'WorkflowRunTimeoutError';

  constructor(
    workflowId: string,
    readonly timeoutSeconds: number,
    readonly instanceUrl: string,
  ) {
    super(
      `The run of the workflow "${workflowId}" did not end within ${timeoutSeconds} seconds and goes on; see ${instanceUrl}`,
    );
  }
}

/** The template was cancelled while it waited for a workflow's run. It goes on. @public */
export class WorkflowRunAbandonedError extends CustomErrorBase {
  readonly name = 'WorkflowRunAbandonedError';

  constructor(workflowId: string, readonly instanceUrl: string) {
    super(
      `The template was cancelled; the run of the workflow "${workflowId}" goes on; see ${instanceUrl}`,
    );
  }
}

/** Runs a request; what the orchestrator answers to a refused one becomes the message of the error. @internal */
export async function askOrchestrator<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const { message, details } = error.body.error;
    throw new OrchestratorRefusedError(
      [message, ...faultsBeside(message, details)].join('\n  '),
      error.statusCode,
    );
  }
}

/** The faults that the message does not tell already. */
function faultsBeside(told: string, details: unknown): string[] {
  if (!Array.isArray(details)) return [];
  return details
    .filter(({ message }: ErrorDetail) => !told.includes(message))
    .map(
      ({ pointer, message }: ErrorDetail) =>
        `${pointer || 'the input'} ${message}`,
    );
}

function endingOf({ status, because, error }: InstanceState): string {
  if (status !== 'failed')
    return because ? `was ${status}: ${because}` : `was ${status}`;
  const what = [error?.title, error?.detail].filter(Boolean).join(': ');
  const where = error?.instance ? ` at ${error.instance}` : '';
  return `failed${where}: ${what || `error ${error?.status}`}`;
}
