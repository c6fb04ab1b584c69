import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventReceipt } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** An event for one instance. */
export interface SendRequest {
  readonly instanceId: string;
  readonly event: CloudEvent;
}

/** What happens outside, for those who listen. Every method throws {@link EngineError} as `WorkflowRuntime.deliver` does. */
export interface EventService {
  /** To one instance. @throws {@link EngineError} `INSTANCE_NOT_FOUND` */
  send(request: SendRequest, caller: Caller): Promise<EventReceipt>;
  /** To all who listen. */
  publish(event: CloudEvent, caller: Caller): Promise<EventReceipt>;
}
