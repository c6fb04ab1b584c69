import { NotAllowedError } from '@backstage/errors';
import { orchestratorWorkflowPermission } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from './Caller';
import type { CallerPermissions } from './CallerPermissions';
import type {
  EventFeed,
  EventFeeds,
  EventSelection,
  UnguardedEventFeeds,
} from './EventFeeds';
import { includesInstance } from './InstanceScope';
import { isInScope } from './WorkflowScope';

/** Feeds that hold what the caller may see: of instances that they may see, of workflows that they may read. */
export class AuthorizedEventFeeds implements EventFeeds {
  constructor(
    private readonly feeds: UnguardedEventFeeds,
    private readonly permissions: CallerPermissions,
  ) {}

  async open(selection: EventSelection, caller: Caller): Promise<EventFeed> {
    const permission = orchestratorWorkflowPermission;
    const [scope, visible, showsValues] = await Promise.all([
      this.permissions.scopeOf(permission, caller),
      this.permissions.visibleInstances(caller),
      this.permissions.valuesSeenBy(caller),
    ]);
    if (scope.kind === 'none') {
      throw new NotAllowedError(`You need the permission ${permission.name}`);
    }
    return this.feeds.open(selection, instance => {
      const isSeen =
        isInScope(scope, instance.workflowId) &&
        includesInstance(visible, instance);
      if (!isSeen) return 'nothing';
      return showsValues(instance) ? 'values' : 'events';
    });
  }
}
