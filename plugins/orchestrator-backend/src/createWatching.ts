import {
  systemClock,
  type EmbeddedRuntimeOptions,
  type FeedReader,
  type InstanceReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { FeedWatcher } from './service/feeds/FeedWatcher';
import { LogWatcher } from './service/instances/LogWatcher';
import {
  StatusSignals,
  type StatusSignalsOptions,
} from './service/instances/StatusSignals';

/** What {@link createWatching} needs of the portal. */
export type WatchingServices = Omit<StatusSignalsOptions, 'reader'>;

/** Who is told when logs grow. */
export interface Watching {
  /** Follows single logs. */
  readonly watcher: LogWatcher;
  /** Follows all logs as one. */
  readonly feed: FeedWatcher;
  /** To be called with what this process itself appends. */
  readonly onAppended: NonNullable<EmbeddedRuntimeOptions['onAppended']>;
}

/** Tells streams, and people by the portal's signals, of what happens. */
export function createWatching(
  {
    reader,
    feed: feedReader,
  }: { readonly reader: InstanceReader; readonly feed: FeedReader },
  services: WatchingServices,
): Watching {
  const watcher = new LogWatcher({ reader, clock: systemClock });
  const feed = new FeedWatcher({ reader: feedReader, clock: systemClock });
  const signals = new StatusSignals({ ...services, reader });
  return {
    watcher,
    feed,
    onAppended: (instanceId, status) => {
      watcher.nudge(instanceId);
      feed.nudge();
      signals.onAppended(instanceId, status);
    },
  };
}
