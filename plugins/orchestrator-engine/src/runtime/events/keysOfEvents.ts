import type { AwaitShape, EventKey, InboxEvent } from '../../store/EventStore';
import type { EventReader } from './EventReader';
import { eventKey } from './matchKeys';

/** A key of an event, and the event. */
export interface KeyedEvent {
  readonly key: EventKey;
  readonly event: InboxEvent;
}

/** Keys of events by all shapes that they have something of. */
export function keysOfEvents(
  events: readonly InboxEvent[],
  shapes: readonly AwaitShape[],
  reader: EventReader,
): readonly KeyedEvent[] {
  return events.flatMap(event =>
    shapes.flatMap(shape => {
      const matchKey = eventKey(shape, event.event, reader);
      if (matchKey === undefined) return [];
      const { receivedAt, position } = event;
      return { key: { matchKey, receivedAt, position }, event };
    }),
  );
}
