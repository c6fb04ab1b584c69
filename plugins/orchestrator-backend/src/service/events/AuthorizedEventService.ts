import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventReceipt } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { InstanceGuard } from '../access/InstanceGuard';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type { EventService, SendRequest } from './EventService';

/** Lets callers send events to the instances that they may act on, and to all when they may use any workflow. */
export class AuthorizedEventService implements EventService {
  constructor(
    private readonly inner: EventService,
    private readonly workflows: WorkflowGuard,
    private readonly instances: InstanceGuard,
  ) {}

  async send(request: SendRequest, caller: Caller): Promise<EventReceipt> {
    await this.instances.requireActable(request.instanceId, caller);
    return this.inner.send(request, caller);
  }

  async publish(event: CloudEvent, caller: Caller): Promise<EventReceipt> {
    await this.workflows.usable(caller);
    return this.inner.publish(event, caller);
  }
}
