import {
  EngineError,
  type Instance,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { ServiceError } from './ServiceError';

/** There is no such workflow. @param cause - set when there is one that the caller may not see */
export function workflowNotFound(workflowId: string, cause?: Error) {
  return new EngineError(
    'WORKFLOW_NOT_FOUND',
    `There is no workflow "${workflowId}" that you may see`,
    { cause },
  );
}

/** There is no such instance. @param cause - set when there is one that the caller may not see */
export function instanceNotFound(instanceId: string, cause?: Error) {
  return new EngineError(
    'INSTANCE_NOT_FOUND',
    `There is no instance "${instanceId}" that you may see`,
    { cause },
  );
}

/** The instance has no such value, or has it no more. */
export function payloadNotFound(
  { id, epoch, firstSeq = 1 }: Instance,
  ref: string,
) {
  const none = `The instance "${id}" has no payload "${ref}"`;
  const gone = `its events before ${epoch}.${firstSeq} were deleted, and with them the values that nothing else refers to`;
  const message = firstSeq > 1 ? `${none}: ${gone}` : none;
  return new EngineError('PAYLOAD_NOT_FOUND', message);
}

/** The instance has not come to such a task. */
export function taskNotFound(instanceId: string, task: string) {
  return new EngineError(
    'TASK_NOT_FOUND',
    `The instance "${instanceId}" has not come to a task "${task}"; name it by its pointer, e.g. /do/0/greet, percent-encoded in the path`,
  );
}

/** There is no such approval. @param cause - set when there is one that the caller may not see */
export function approvalNotFound(approvalId: string, cause?: Error) {
  return new EngineError(
    'APPROVAL_NOT_FOUND',
    `There is no approval "${approvalId}" that you may see`,
    { cause },
  );
}

/** There is no such trigger. @param cause - set when there is one that the caller may not see */
export function triggerNotFound(triggerId: string, cause?: Error) {
  return new ServiceError(
    'TRIGGER_NOT_FOUND',
    `There is no trigger "${triggerId}" that you may see`,
    { cause },
  );
}

/** There is no such job. @param cause - set when there is one that the caller may not see */
export function jobNotFound(jobId: string, cause?: Error) {
  return new ServiceError(
    'JOB_NOT_FOUND',
    `There is no job "${jobId}" that you may see`,
    { cause },
  );
}
