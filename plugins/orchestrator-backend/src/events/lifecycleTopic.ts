import type { EventsService } from '@backstage/plugin-events-node';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';

/** The topic of the portal's events service under which the lives of workflows and tasks are told, as CloudEvents. */
export const LIFECYCLE_TOPIC = 'orchestrator.lifecycle';

/** Publishes lifecycle events to the portal. @returns rejects when one could not be published; all of them come again then */
export function publishTo(
  events: EventsService,
): (lifecycle: readonly CloudEvent[]) => Promise<void> {
  return async lifecycle => {
    for (const event of lifecycle) {
      await events.publish({ topic: LIFECYCLE_TOPIC, eventPayload: event });
    }
  };
}
