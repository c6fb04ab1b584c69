import {
  TRIGGER_LABEL,
  upcomingOccurrences,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../Operation';
import { nextInstances, readInstanceList } from '../search/readInstanceList';

/** How many times to come are told. */
const UPCOMING = 5;

/** Lists when a trigger has started and will start runs. */
export const listOccurrences: Operation<'listOccurrences'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const caller = await callerOf(req);
    const trigger = await service.getTrigger(req.params.triggerId, caller);
    const label = [`${TRIGGER_LABEL}=${trigger.id}`];
    const { pageSize, ...query } = readInstanceList({ ...req.query, label });
    const { items } = await service.pageInstances(query, caller);
    res.json({
      upcoming: upcomingOccurrences(trigger, UPCOMING).map(isoTime),
      items: items.slice(0, pageSize).map(({ id, status, createdAt }) => ({
        at: isoTime(createdAt),
        instanceId: id,
        status,
      })),
      next: nextInstances(items, pageSize),
    });
  };

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
