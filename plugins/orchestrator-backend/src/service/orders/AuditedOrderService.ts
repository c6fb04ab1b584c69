import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  ExecuteRequest,
  InstanceAct,
  OrderService,
  RerunRequest,
} from './OrderService';

/** Notes every order. */
export class AuditedOrderService implements OrderService {
  constructor(
    private readonly inner: OrderService,
    private readonly trail: AuditTrail,
  ) {}

  execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    const { workflowId, targetEntity, triggerId } = request;
    const meta = {
      workflowId,
      ...(targetEntity && { targetEntity }),
      ...(triggerId && { triggerId }),
    };
    const execute = () => this.inner.execute(request, caller);
    return this.trail.write(
      'workflow-execute',
      caller,
      meta,
      execute,
      instanceId => ({ instanceId }),
    );
  }

  rerun(request: RerunRequest, caller: Caller): Promise<string> {
    const meta = { instanceId: request.instanceId };
    const rerun = () => this.inner.rerun(request, caller);
    return this.trail.write('instance-rerun', caller, meta, rerun, rerunId => ({
      rerunId,
    }));
  }

  act(act: InstanceAct, caller: Caller): Promise<Instance> {
    const { instanceId, reason } = act;
    const task = act.verb === 'act' ? { task: act.task } : {};
    const meta = { instanceId, ...task, ...(reason && { reason }) };
    const carryOut = () => this.inner.act(act, caller);
    return this.trail.write(auditIdOf(act), caller, meta, carryOut);
  }

  delete(instanceId: string, caller: Caller): Promise<void> {
    const remove = () => this.inner.delete(instanceId, caller);
    return this.trail.write('instance-delete', caller, { instanceId }, remove);
  }
}

/** `instance-abort` is what cancelling was always called. */
function auditIdOf(act: InstanceAct): string {
  if (act.verb === 'cancel') return 'instance-abort';
  return act.verb === 'act'
    ? `instance-task-${act.action.kind}`
    : `instance-${act.verb}`;
}
