import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  HistoryPage,
  HistoryRequest,
} from '../../service/instances/InstanceService';

const DEFAULT_LIMIT = 100;

/** What is asked of a log, of what the query says. */
export function readHistoryPage({
  after,
  limit = DEFAULT_LIMIT,
  order = 'asc',
}: {
  readonly after?: string;
  readonly limit?: number;
  readonly order?: 'asc' | 'desc';
}): Pick<HistoryRequest, 'after' | 'limit' | 'order'> {
  return { after, limit: Number(limit), order };
}

/** A page of events; `next` is there when there may be more after it, `prev` when there may be some before it. */
export function presentHistory(
  { items, ...page }: HistoryPage,
  { limit, order }: Pick<HistoryRequest, 'limit' | 'order'>,
): components['schemas']['EventPage'] {
  const edge = order === 'asc' ? page.first : page.head;
  const [earliest] = items;
  return {
    ...page,
    items: [...items],
    next: items.length === limit ? items.at(-1)?.id : undefined,
    prev: earliest?.seq === edge ? undefined : earliest?.id,
  };
}
