import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  presentEvent,
  type FeedEntry,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type {
  EventFeed,
  EventSelection,
  FedEvent,
  InstanceOfFeed,
  UnguardedEventFeeds,
  View,
} from './EventFeeds';
import type { FeedWatcher } from './FeedWatcher';
import { redactEvent } from '../instances/redact';

/** Feeds over what this process reads of the logs. */
export class WatchedEventFeeds implements UnguardedEventFeeds {
  constructor(private readonly watcher: FeedWatcher) {}

  open(
    selection: EventSelection,
    viewOf: (instance: InstanceOfFeed) => View,
  ): EventFeed {
    const { watcher } = this;
    const isChosen = chooses(selection);
    const fed = ({ instance, entry, cursor }: FeedEntry): FedEvent => {
      const event = presentEvent(instance, entry);
      const view = isChosen(instance, event) ? viewOf(instance) : 'nothing';
      if (view === 'nothing') return { cursor };
      return { cursor, event: view === 'values' ? event : redactEvent(event) };
    };
    return {
      position: () => watcher.position(),
      end: () => watcher.end(),
      isWholeSince: cursor => watcher.isWholeSince(cursor),
      async read(after) {
        const { entries, cursor, hasLoss = false } = await watcher.read(after);
        // Whoever is ahead of what was read stays there.
        if (entries.length === 0) return { items: [], cursor: after, hasLoss };
        return { items: entries.map(fed), cursor, hasLoss };
      },
      onGrowth: listener => watcher.watch(listener),
    };
  }
}

function chooses({
  workflowIds,
  targetEntity,
  statuses,
  instanceIds,
}: EventSelection) {
  const isIn = (values: readonly string[] | undefined) => {
    const chosen = values && new Set(values);
    return (value: string) => !chosen || chosen.has(value);
  };
  const hasWorkflow = isIn(workflowIds);
  const hasStatus = isIn(statuses);
  const hasId = isIn(instanceIds);
  return (instance: InstanceOfFeed, event: OrchestratorEvent): boolean =>
    hasId(instance.id) &&
    hasWorkflow(instance.workflowId) &&
    (targetEntity === undefined || instance.targetEntity === targetEntity) &&
    statusesOf(instance, event).some(hasStatus);
}

/** With a change both sides of it, so that who looks at one status is told who leaves it. */
function statusesOf(instance: InstanceOfFeed, event: OrchestratorEvent) {
  return event.type === 'instance.status_changed'
    ? [instance.status, event.data.from, event.data.to]
    : [instance.status];
}
