import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  LifecycleOptions,
  openStores,
  UpkeepOptions,
  Webhooks,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { publishTo } from './events/lifecycleTopic';
import type { OrchestratorConfig } from './readConfig';
import { notifyApprovers } from './service/approvals/notifyApprovers';

/** What {@link upkeepOf} needs of the portal. */
export interface UpkeepServices {
  readonly events: EventsService;
  readonly notifications: NotificationService;
}

/** What the engine looks after beside runs: schedules, old data, and who is told of events. */
export function upkeepOf(
  config: OrchestratorConfig,
  services: UpkeepServices,
  engine: {
    readonly stores: ReturnType<typeof openStores>;
    readonly webhooks: Webhooks;
  },
): UpkeepOptions {
  const { misfire, retention, notifyApprovers: areTold } = config.upkeep;
  const { stores, webhooks } = engine;
  return {
    ...stores,
    misfire,
    retention,
    lifecycle: lifecycleOf(config, services.events),
    ...(areTold && {
      asked: {
        approvals: stores.approvals,
        tell: notifyApprovers(services.notifications),
      },
    }),
    outgoing: webhooks,
  };
}

/** Where events say they come from. */
export function apiAddressOf({ backendUrl }: OrchestratorConfig): string {
  return `${backendUrl}/api/orchestrator`;
}

function lifecycleOf(
  config: OrchestratorConfig,
  events: EventsService,
): LifecycleOptions | undefined {
  const { lifecycle: level } = config.upkeep;
  if (level === 'off') return undefined;
  return { level, source: apiAddressOf(config), publish: publishTo(events) };
}
