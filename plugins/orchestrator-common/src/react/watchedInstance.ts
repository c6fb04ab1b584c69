import { isTerminal, type OrchestratorEvent } from '../events';
import { foldEvents } from '../fold/foldInstance';
import type { InstanceState } from '../fold/InstanceState';
import type { WatchItem } from '../InstanceWatch';
import type { ConnectionChange } from '../StreamWatch';

/** How current what a page shows of an instance is. @public */
export type InstanceConnection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting' }
  /** The stream does not get through; what is new is asked for. */
  | { readonly kind: 'polling' }
  | { readonly kind: 'stale'; readonly since: string }
  | { readonly kind: 'finished' };

/** An instance as a watch has told it so far. @public */
export interface WatchedInstance {
  /** Absent until the first snapshot. */
  readonly state?: InstanceState;
  readonly connection: InstanceConnection;
  /** What broke the connection last, while it is broken. */
  readonly error?: unknown;
}

/** Before the watch has told anything. */
export const unwatched: WatchedInstance = {
  connection: { kind: 'connecting' },
};

/**
 * What is known after some more items of a watch.
 *
 * @param now - ISO 8601; from when on the page is stale, should the items say so
 */
export function foldWatch(
  watched: WatchedInstance,
  items: readonly WatchItem[],
  now: string,
): WatchedInstance {
  let { state, connection, error } = watched;
  let events: OrchestratorEvent[] = [];
  for (const item of items) {
    if (item.type === 'event') events.push(item.event);
    else if (item.type === 'snapshot') {
      events = [];
      state = item.state;
    } else {
      connection = connectionOf(item, now);
      error = item.error;
    }
  }
  if (state) state = foldEvents(events, state);
  return { state, connection, error };
}

/** What is known after the watch has ended for good with an error: all of before, but nothing new will come. */
export function cutOff(
  watched: WatchedInstance,
  error: unknown,
  now: string,
): WatchedInstance {
  return { ...watched, connection: { kind: 'stale', since: now }, error };
}

/** The connection to show: of an ended instance there is nothing more to come, whether or not the stream is open. */
export function shownConnection({
  state,
  connection,
}: WatchedInstance): InstanceConnection {
  const isEnded = state !== undefined && isTerminal(state.status);
  return isEnded && connection.kind === 'live'
    ? { kind: 'finished' }
    : connection;
}

/** @param now - ISO 8601; from when on the page is stale, should the change say so */
export function connectionOf(
  { status }: ConnectionChange,
  now: string,
): InstanceConnection {
  switch (status) {
    case 'stale':
      return { kind: status, since: now };
    // Nobody sees it while it is paused; whoever does is there again, and so is the stream in a moment.
    case 'paused':
      return { kind: 'reconnecting' };
    default:
      return { kind: status };
  }
}
