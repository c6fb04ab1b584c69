import { writeCursor } from '../cursor';
import type { Operation } from '../Operation';
import { presentInstanceSummary } from '../present/presentInstanceSummary';
import { readInstanceList } from '../search/readInstanceList';

/** Lists and searches instances. */
export const listInstances: Operation<'listInstances'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readInstanceList(req.query);
    const found = await service.pageInstances(query, await callerOf(req));
    const page = found.items.slice(0, pageSize);
    const last = page.at(-1);
    const hasMore = found.items.length > pageSize && last !== undefined;
    res.json({
      items: page.map(presentInstanceSummary),
      total: found.total,
      next: hasMore
        ? writeCursor({ createdAt: last.createdAt, id: last.id })
        : undefined,
    });
  };
