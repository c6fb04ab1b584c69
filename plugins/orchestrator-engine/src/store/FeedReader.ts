import type { Instance, LogEntry } from './InstanceStore';

/** An entry of any instance's log. @public */
export interface FeedEntry {
  readonly instance: Pick<
    Instance,
    | 'id'
    | 'workflowId'
    | 'workflowVersion'
    | 'epoch'
    | 'status'
    | 'initiator'
    | 'targetEntity'
    | 'testSession'
  >;
  readonly entry: LogEntry;
  /** Reading on after it goes on behind this entry. Begins with a number that grows along the feed. */
  readonly cursor: string;
}

/** A part of the feed. @public */
export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** Where to read on; moves on also past entries of other types. */
  readonly cursor: string;
  /** Whether there may be more at once. */
  readonly hasMore: boolean;
  /**
   * Whether something is gone that came between the cursor and these entries: entries that were deleted, or an instance with all of
   * its entries. Only with entries; else {@link FeedReader.isWholeSince} tells. Default: no.
   */
  readonly hasLoss?: boolean;
}

/**
 * All logs as one, in an order in which nothing comes late: what a reader has passed stays behind it for good. Entries of one
 * instance come in their order. An entry is seen once no older transaction is open that writes.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface FeedReader {
  /** Where the feed ends now: reading on from there gives what comes later. */
  head(): Promise<string>;
  /**
   * Whether the feed still has all that came behind a cursor: `false` once entries there were deleted, or an instance with all of
   * them. Told when the feed has come to where that was done, so that reading on from {@link FeedReader.head} is whole again.
   */
  isWholeSince(cursor: string): Promise<boolean>;
  /** @param page - `after`: of {@link FeedReader.head} or an earlier page */
  read(page: {
    readonly after: string;
    readonly limit: number;
    /** Of {@link FeedReader.head} or a page: reads no further. Default: to the end. */
    readonly upTo?: string;
    /** Default: all. */
    readonly types?: readonly string[];
  }): Promise<FeedPage>;
}

/** Whether a place of the feed lies behind one of its heads: what stands there came after that. */
export function isBehind(place: string, head: string): boolean {
  const [at, end] = [place, head].map(cursor => BigInt(cursor.split('.')[0]));
  return at > end || (at === end && place !== head);
}
