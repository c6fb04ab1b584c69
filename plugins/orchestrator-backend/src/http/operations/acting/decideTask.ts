import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskAction } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { OperationContext } from '../../Operation';
import { actOnInstance, type ActRequest } from './actOnInstance';

/** What is read of a request that decides about a task. */
type DecisionRequest = ActRequest & {
  readonly params: { readonly taskRef: string };
};

/** Decides what becomes of the task that a request names. */
export function decideTask(
  context: OperationContext,
  request: DecisionRequest,
  action: TaskAction,
): Promise<components['schemas']['InstanceSummary']> {
  const { taskRef: task } = request.params;
  return actOnInstance(context, request, { verb: 'act', task, action });
}
