import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuditedEventFeeds } from './AuditedEventFeeds';
import { AuthorizedEventFeeds } from './AuthorizedEventFeeds';
import type { CallerPermissions } from './CallerPermissions';
import type { EventFeeds } from './EventFeeds';
import type { FeedWatcher } from './FeedWatcher';
import { WatchedEventFeeds } from './WatchedEventFeeds';

/** The feeds as callers get them: authorized and audited. */
export function createEventFeeds(
  watcher: FeedWatcher,
  permissions: CallerPermissions,
  auditor: AuditorService,
): EventFeeds {
  const authorized = new AuthorizedEventFeeds(
    new WatchedEventFeeds(watcher),
    permissions,
  );
  return new AuditedEventFeeds(authorized, auditor);
}
