import { writeCursor } from '../../search/cursor';
import type { Operation } from '../../Operation';
import { presentWorkflowSummary } from '../../present/presentWorkflowSummary';
import { readWorkflowList } from '../../search/readWorkflowList';

/** Lists and searches workflows. */
export const listWorkflows: Operation<'listWorkflows'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readWorkflowList(req.query);
    const found = await workflows.list(query, await callerOf(req));
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    res.json({
      items: page.map(presentWorkflowSummary),
      next:
        found.length > pageSize && last ? writeCursor(last.place) : undefined,
    });
  };
