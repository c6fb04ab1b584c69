import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type { EventFeed, EventFeeds, EventSelection } from './EventFeeds';

/** Notes who was denied a feed. */
export class AuditedEventFeeds implements EventFeeds {
  constructor(
    private readonly inner: EventFeeds,
    private readonly trail: AuditTrail,
  ) {}

  open(selection: EventSelection, caller: Caller): Promise<EventFeed> {
    const open = () => this.inner.open(selection, caller);
    return this.trail.read('events-stream', caller, {}, open);
  }
}
