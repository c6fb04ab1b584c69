import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { InstanceGuard } from '../access/InstanceGuard';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type {
  ExecuteRequest,
  InstanceAct,
  OrderService,
  RerunRequest,
} from './OrderService';

/** Lets callers run the workflows that they may use, and act on the instances that they may act on. */
export class AuthorizedOrderService implements OrderService {
  constructor(
    private readonly inner: OrderService,
    private readonly workflows: WorkflowGuard,
    private readonly instances: InstanceGuard,
  ) {}

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    await this.workflows.requireUsable(request.workflowId, caller);
    return this.inner.execute(request, caller);
  }

  async rerun(request: RerunRequest, caller: Caller): Promise<string> {
    await this.instances.requireActable(request.instanceId, caller);
    return this.inner.rerun(request, caller);
  }

  async act(act: InstanceAct, caller: Caller): Promise<Instance> {
    await this.instances.requireActable(act.instanceId, caller);
    return this.inner.act(act, caller);
  }

  async delete(instanceId: string, caller: Caller): Promise<void> {
    await this.instances.requireActable(instanceId, caller);
    await this.inner.delete(instanceId, caller);
  }
}
