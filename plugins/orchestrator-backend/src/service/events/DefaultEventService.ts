import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventReceipt,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { EventService, SendRequest } from './EventService';

/** {@link EventService} over the engine. Lets everyone do everything. */
export class DefaultEventService implements EventService {
  constructor(private readonly runtime: WorkflowRuntime) {}

  send({ instanceId, event }: SendRequest): Promise<EventReceipt> {
    return this.runtime.deliver(event, instanceId);
  }

  publish(event: CloudEvent): Promise<EventReceipt> {
    return this.runtime.deliver(event);
  }
}
