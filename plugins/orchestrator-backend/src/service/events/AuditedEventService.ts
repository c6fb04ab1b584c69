import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventReceipt } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type { EventService, SendRequest } from './EventService';

/** Notes every event that is sent, by its type. */
export class AuditedEventService implements EventService {
  constructor(
    private readonly inner: EventService,
    private readonly trail: AuditTrail,
  ) {}

  send(request: SendRequest, caller: Caller): Promise<EventReceipt> {
    const { instanceId, event } = request;
    const meta = { instanceId, type: event.type };
    const send = () => this.inner.send(request, caller);
    return this.trail.write('event-send', caller, meta, send);
  }

  publish(event: CloudEvent, caller: Caller): Promise<EventReceipt> {
    const meta = { type: event.type };
    const publish = () => this.inner.publish(event, caller);
    return this.trail.write('event-publish', caller, meta, publish);
  }
}
