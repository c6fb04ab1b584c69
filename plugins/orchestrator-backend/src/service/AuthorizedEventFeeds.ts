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
import { isInScope } from './WorkflowScope';

/** Feeds that hold what the caller may see: of readable workflows, and of the caller's own instances unless others' may be seen too. */
export class AuthorizedEventFeeds implements EventFeeds {
  constructor(
    private readonly feeds: UnguardedEventFeeds,
    private readonly permissions: CallerPermissions,
  ) {}

  async open(selection: EventSelection, caller: Caller): Promise<EventFeed> {
    const permission = orchestratorWorkflowPermission;
    const [scope, isAdmin] = await Promise.all([
      this.permissions.scopeOf(permission, caller),
      this.permissions.canSeeRunsOfOthers(caller),
    ]);
    if (scope.kind === 'none') {
      throw new NotAllowedError(`You need the permission ${permission.name}`);
    }
    return this.feeds.open(
      selection,
      ({ workflowId, initiator }) =>
        isInScope(scope, workflowId) && (isAdmin || initiator === caller.ref),
    );
  }
}
