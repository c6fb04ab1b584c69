import type { Caller } from '../../service/Caller';
import type { OrchestratorService } from '../../service/OrchestratorService';
import type { EventSink } from './EventSink';
import { EventsStream } from './EventsStream';
import type { LiveStreams } from './LiveStreams';
import type { ProfileName } from './profiles/EventProfile';
import { readEventSelection, type EventQuery } from './readEventSelection';

/** What streams of many instances are opened with. */
export interface EventsStreamContext
  extends Pick<OrchestratorService, 'feeds' | 'instances'> {
  readonly streams: LiveStreams;
}

/**
 * Finds out whether a client may follow many instances, whatever the way in which that is sent.
 *
 * @returns creates the stream, once: with `createSink`, so that nothing can be refused any more
 * @throws {@link @backstage/errors#NotAllowedError} when the caller may see nothing
 */
export async function openEventsStream(
  { feeds, instances, streams }: EventsStreamContext,
  request: {
    readonly caller: Caller;
    readonly query: EventQuery & { readonly profile?: ProfileName };
    readonly after?: string;
    readonly createSink: () => EventSink;
  },
): Promise<() => EventsStream> {
  const { caller, query, after, createSink } = request;
  const selection = readEventSelection(query);
  const open = () => feeds.open(selection, caller);
  const feed = await open();
  await feed.end();
  const create = () =>
    new EventsStream({
      feed,
      reopen: open,
      after,
      streams,
      sink: createSink(),
      expiresAt: caller.credentials.expiresAt,
      random: Math.random,
      profile: query.profile,
      stateOf: async (instanceId, untilSeq) =>
        (await instances.openFeed(instanceId, caller)).state(untilSeq),
    });
  return create;
}
