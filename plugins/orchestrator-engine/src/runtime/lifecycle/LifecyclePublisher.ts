/**
 * Publishes lifecycle events at least once, in the order of the feed.
 *
 * Where it stands is noted after events are published: what is between is published again by whoever takes over.
 */
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { FeedReader } from '../../store/FeedReader';
import type { DutyTurn } from '../Duty';
import {
  lifecycleEntryTypes,
  lifecycleEvents,
  type LifecycleLevel,
} from './lifecycleEvents';

/** Where lifecycle events go. @public */
export interface LifecycleOptions {
  /** Hands events on; when it rejects they come again. */
  readonly publish: (events: readonly CloudEvent[]) => Promise<void>;
  readonly level: LifecycleLevel;
  /** Address of the engine's API: sources of events are below it. */
  readonly source: string;
}

/** Entries that are read at once. */
const BATCH = 200;

/** See the module header. */
export class LifecyclePublisher {
  constructor(
    private readonly options: LifecycleOptions & {
      readonly feed: FeedReader;
    },
  ) {}

  /**
   * Publishes what has come since the last time. The first time ever it begins with what comes from then on.
   *
   * @returns after how many milliseconds there is more to do, when there is
   */
  async publish({ state, keep }: DutyTurn): Promise<number | undefined> {
    const { feed, level, publish } = this.options;
    if (state === undefined) {
      await keep(await feed.head());
      return undefined;
    }
    const types = lifecycleEntryTypes(level);
    const page = await feed.read({ after: state, limit: BATCH, types });
    const events = page.entries
      .filter(({ instance }) => instance.testSession === undefined)
      .flatMap(entry => lifecycleEvents(entry, this.options));
    if (events.length > 0) await publish(events);
    const isKept = page.cursor === state || (await keep(page.cursor));
    return isKept && page.hasMore ? 0 : undefined;
  }
}
