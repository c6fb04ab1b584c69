import type { CallerPermissions } from '../access/CallerPermissions';
import { includesInstance } from '../access/InstanceScope';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import { isInScope } from '../access/WorkflowScope';
import type { Caller } from '../Caller';
import type {
  EventFeed,
  EventFeeds,
  EventSelection,
  UnguardedEventFeeds,
} from './EventFeeds';

/** Feeds that hold what the caller may see: of instances that they may see, of workflows that they may read. */
export class AuthorizedEventFeeds implements EventFeeds {
  constructor(
    private readonly feeds: UnguardedEventFeeds,
    private readonly workflows: WorkflowGuard,
    private readonly permissions: CallerPermissions,
  ) {}

  async open(selection: EventSelection, caller: Caller): Promise<EventFeed> {
    const [scope, visible, showsValues] = await Promise.all([
      this.workflows.readable(caller),
      this.permissions.visibleInstances(caller),
      this.permissions.valuesSeenBy(caller),
    ]);
    return this.feeds.open(selection, instance => {
      const isSeen =
        isInScope(scope, instance.workflowId) &&
        includesInstance(visible, instance);
      if (!isSeen) return 'nothing';
      return showsValues(instance) ? 'values' : 'events';
    });
  }
}
