import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskAction } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AnyRequest } from '../../../service/Caller';
import type { OperationContext } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';

/** What is read of a request that decides about a task. */
type DecisionRequest = AnyRequest & {
  readonly params: { readonly instanceId: string; readonly taskRef: string };
  readonly body?: { readonly reason?: string };
};

/** Decides what becomes of the task that a request names. */
export async function decideTask(
  { orders, callerOf }: OperationContext,
  request: DecisionRequest,
  action: TaskAction,
): Promise<components['schemas']['InstanceSummary']> {
  const { instanceId, taskRef: task } = request.params;
  const act = {
    verb: 'act',
    instanceId,
    task,
    action,
    reason: request.body?.reason,
    idempotencyKey: request.get('Idempotency-Key'),
  } as const;
  return presentInstanceSummary(await orders.act(act, await callerOf(request)));
}
