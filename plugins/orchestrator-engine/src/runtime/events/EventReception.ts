import {
  isTerminal,
  type CloudEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventStore } from '../../store/EventStore';
import type { InstanceReader } from '../../store/InstanceReader';
import type { Clock } from '../Clock';
import { instanceHasEnded, instanceNotFound } from '../refusals';
import type { Telemetry } from '../telemetry/Telemetry';
import type { EventReceipt } from '../WorkflowRuntime';
import { requireCloudEvent } from './requireCloudEvent';

/** @internal */
export interface EventReceptionOptions {
  readonly events: EventStore;
  readonly reader: InstanceReader;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** There is an event to be routed. */
  readonly onReceived: () => void;
}

/** Takes events in; who gets them is for the {@link EventRouter} to find out. */
export class EventReception {
  constructor(private readonly options: EventReceptionOptions) {}

  /** See {@link WorkflowRuntime.deliver}. */
  async receive(event: CloudEvent, to?: string): Promise<EventReceipt> {
    const { clock, events, telemetry, onReceived } = this.options;
    requireCloudEvent(event);
    if (to !== undefined) await this.#requireRunning(to);
    const receivedAt = clock.now();
    const isNew = await events.accept({ event, target: to, receivedAt });
    onReceived();
    const receipt = { isDuplicate: !isNew };
    telemetry.count('orchestrator.events.received', 1, receipt);
    return receipt;
  }

  async #requireRunning(instanceId: string): Promise<void> {
    const instance = await this.options.reader.get(instanceId);
    if (!instance) throw instanceNotFound(instanceId);
    if (isTerminal(instance.status)) throw instanceHasEnded(instance);
  }
}
