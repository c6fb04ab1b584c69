import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Caller } from './Caller';
import type { EventFeed, EventFeeds, EventSelection } from './EventFeeds';

/** Notes with the auditor who was denied a feed. */
export class AuditedEventFeeds implements EventFeeds {
  constructor(
    private readonly inner: EventFeeds,
    private readonly auditor: AuditorService,
  ) {}

  async open(selection: EventSelection, caller: Caller): Promise<EventFeed> {
    try {
      return await this.inner.open(selection, caller);
    } catch (error) {
      if (error instanceof NotAllowedError) await this.#note(error, caller);
      throw error;
    }
  }

  async #note(error: NotAllowedError, { request, ref }: Caller) {
    const event = await this.auditor.createEvent({
      eventId: 'events-stream',
      severityLevel: 'medium',
      request,
      meta: { caller: ref },
    });
    await event.fail({ error });
  }
}
