import type { Caller } from '../../../service/Caller';
import { inlineValueOf } from '../../../service/instances/inlineValueOf';
import { wholeOf } from '../../../service/instances/wholeOf';
import { instanceNotFound, taskNotFound } from '../../../service/notFound';
import type { OrchestratorService } from '../../../service/OrchestratorService';
import { ServiceError } from '../../../service/ServiceError';
import { RequestInvalidError } from '../../errors/RequestInvalidError';

/** A value of a task, in an instance of the workflow or in a session of trials. */
export interface NodeValueRequest {
  readonly workflowId: string;
  /** JSON pointer of the task. */
  readonly nodeId: string;
  readonly instanceId?: string;
  readonly sessionId?: string;
  readonly which: 'input' | 'output';
}

/**
 * What a task was given, or gave, the last time.
 *
 * @returns JSON text
 * @throws {@link RequestInvalidError} when it is not said where, or twice; EngineError `INSTANCE_NOT_FOUND`; `TASK_NOT_FOUND` when
 *   it has no such value yet
 */
export async function readNodeValue(
  services: Pick<OrchestratorService, 'instances' | 'trials'>,
  request: NodeValueRequest,
  caller: Caller,
): Promise<string> {
  const { instanceId, sessionId } = request;
  if (instanceId !== undefined && sessionId === undefined) {
    return ofInstance(services, { ...request, instanceId }, caller);
  }
  if (sessionId !== undefined && instanceId === undefined) {
    return ofTrial(services, { ...request, sessionId }, caller);
  }
  throw new RequestInvalidError([
    {
      pointer: '/query/instanceId',
      message: 'is what one of `instanceId` and `sessionId` must say, not both',
    },
  ]);
}

async function ofInstance(
  { instances }: Pick<OrchestratorService, 'instances'>,
  request: NodeValueRequest & { readonly instanceId: string },
  caller: Caller,
): Promise<string> {
  const { workflowId, nodeId, instanceId, which } = request;
  const found = await instances.getDetails(instanceId, caller);
  if (found.instance.workflowId !== workflowId) {
    throw instanceNotFound(instanceId);
  }
  const run = found.state.tasks.findLast(
    ({ ref, [which]: value }) => ref === nodeId && value !== undefined,
  );
  const payload = run?.[which];
  if (!payload) throw taskNotFound(instanceId, nodeId);
  if (!('ref' in payload)) return JSON.stringify(inlineValueOf(payload));
  const { ref } = payload;
  return wholeOf(await instances.readPayload({ instanceId, ref }, caller));
}

async function ofTrial(
  { trials }: Pick<OrchestratorService, 'trials'>,
  request: NodeValueRequest & { readonly sessionId: string },
  caller: Caller,
): Promise<string> {
  const { workflowId, nodeId: taskRef, sessionId, which } = request;
  const key = { workflowId, taskRef, sessionId };
  const { [which]: value } = await trials.get(key, caller);
  if (value !== undefined) return JSON.stringify(value);
  throw new ServiceError(
    'TASK_NOT_FOUND',
    `The task "${taskRef}" failed in the session "${sessionId}"; it has no output`,
  );
}
