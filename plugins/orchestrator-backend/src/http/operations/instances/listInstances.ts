import type { InstancePlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';
import { pageOf } from '../../search/paging';
import { readInstanceList } from '../../search/readInstanceList';

/** Lists and searches instances. */
export const listInstances: Operation<'listInstances'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readInstanceList(req.query);
    const found = await instances.list(query, await callerOf(req));
    const { items, next } = pageOf(found.items, pageSize, placeOf);
    res.json({
      items: items.map(presentInstanceSummary),
      total: found.total,
      next,
    });
  };

function placeOf({ createdAt, id }: InstancePlace): InstancePlace {
  return { createdAt, id };
}
