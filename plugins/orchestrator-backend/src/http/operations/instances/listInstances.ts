import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';
import { nextInstances, readInstanceList } from '../../search/readInstanceList';

/** Lists and searches instances. */
export const listInstances: Operation<'listInstances'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readInstanceList(req.query);
    const { items, total } = await instances.list(query, await callerOf(req));
    res.json({
      items: items.slice(0, pageSize).map(presentInstanceSummary),
      total,
      next: nextInstances(items, pageSize),
    });
  };
