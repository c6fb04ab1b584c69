import type {
  InstanceStatus,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { FeedEntry } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** Of which instances events are wanted. Default of each: all. */
export interface EventSelection {
  readonly workflowIds?: readonly string[];
  readonly targetEntity?: string;
  /** Instances that have one of them, come to it, or leave it. */
  readonly statuses?: readonly InstanceStatus[];
  readonly instanceIds?: readonly string[];
}

/** What is known of an instance along with each entry of its log. */
export type InstanceOfFeed = FeedEntry['instance'];

/** A place in the feed, and the event there unless it is left out. */
export interface FedEvent {
  readonly cursor: string;
  readonly event?: OrchestratorEvent;
}

/** A part of a feed. */
export interface FedPage {
  readonly items: readonly FedEvent[];
  /** Where to read on. */
  readonly cursor: string;
  /** Whether something was deleted that came between the cursor and these items; without items that is not said. */
  readonly hasLoss: boolean;
}

/** The logs of all instances as one, as one caller follows them. */
export interface EventFeed {
  /** Where what comes from now on begins. */
  position(): Promise<string>;
  /** Where the feed ends: no cursor that was ever given is ahead of it. */
  end(): Promise<string>;
  /**
   * Whether nothing that came after a cursor was deleted since: neither entries of a log nor a whole instance. Then {@link EventFeed.end}
   * is a place to go on from.
   */
  isWholeSince(cursor: string): Promise<boolean>;
  /** What comes after a cursor; nothing when all is read. */
  read(after: string): Promise<FedPage>;
  /**
   * Tells when there is more.
   *
   * @returns ends it
   */
  onGrowth(listener: () => void): () => void;
}

/** Opens feeds. */
export interface EventFeeds {
  /**
   * What the caller may see of what is selected, as it is now: whoever follows for long asks again.
   *
   * @throws {@link @backstage/errors#NotAllowedError} when that is nothing at all
   */
  open(selection: EventSelection, caller: Caller): Promise<EventFeed>;
}

/** What somebody sees of an instance: nothing, what happens but no values, or all. */
export type View = 'nothing' | 'events' | 'values';

/** Opens feeds of what is both selected and seen. */
export interface UnguardedEventFeeds {
  open(
    selection: EventSelection,
    viewOf: (instance: InstanceOfFeed) => View,
  ): EventFeed;
}
