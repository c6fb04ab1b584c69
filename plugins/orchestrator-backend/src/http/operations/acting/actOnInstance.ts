import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { AnyRequest } from '../../../service/Caller';
import type { ActTerms } from '../../../service/orders/OrderService';
import type { OperationContext } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';

/** What is read of every request that asks something of an instance. */
export type ActRequest = AnyRequest & {
  readonly params: { readonly instanceId: string };
  readonly body?: { readonly reason?: string };
};

/** Asks of the instance that a request names what is to be done, for the request's reason, once for its key. */
export async function actOnInstance(
  { orders, callerOf }: OperationContext,
  request: ActRequest,
  terms: ActTerms,
): Promise<components['schemas']['InstanceSummary']> {
  const act = {
    ...terms,
    instanceId: request.params.instanceId,
    reason: request.body?.reason,
    idempotencyKey: request.get('Idempotency-Key'),
  };
  return presentInstanceSummary(await orders.act(act, await callerOf(request)));
}
