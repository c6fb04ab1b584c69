import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  HistoryPage,
  HistoryRequest,
} from '../service/instances/InstanceService';

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

/** A page of events; `next` is there when there may be more. */
export function presentHistory(
  { items, ...page }: HistoryPage,
  { limit }: Pick<HistoryRequest, 'limit'>,
): components['schemas']['EventPage'] {
  return {
    ...page,
    items: [...items],
    next: items.length === limit ? items.at(-1)?.id : undefined,
    prev: items[0]?.id,
  };
}
