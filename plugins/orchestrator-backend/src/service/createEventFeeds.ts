import type {
  AuditorService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuditedEventFeeds } from './AuditedEventFeeds';
import { AuthorizedEventFeeds } from './AuthorizedEventFeeds';
import { CallerPermissions } from './CallerPermissions';
import type { EventFeeds } from './EventFeeds';
import type { FeedWatcher } from './FeedWatcher';
import { WatchedEventFeeds } from './WatchedEventFeeds';

/** The feeds as callers get them: authorized and audited. */
export function createEventFeeds(
  watcher: FeedWatcher,
  services: {
    readonly auditor: AuditorService;
    readonly permissions: PermissionsService;
    readonly permissionsRegistry: PermissionsRegistryService;
  },
): EventFeeds {
  const { auditor, permissions, permissionsRegistry: registry } = services;
  const authorized = new AuthorizedEventFeeds(
    new WatchedEventFeeds(watcher),
    new CallerPermissions({ permissions, registry }),
  );
  return new AuditedEventFeeds(authorized, auditor);
}
