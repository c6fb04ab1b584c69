import type { Operation } from '../../Operation';
import { presentWorkflowSummary } from '../../present/presentWorkflowSummary';
import { pageOf } from '../../search/paging';
import { readWorkflowList } from '../../search/readWorkflowList';

/** Lists and searches workflows. */
export const listWorkflows: Operation<'listWorkflows'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readWorkflowList(req.query);
    const found = await workflows.list(query, await callerOf(req));

    const { items, next } = pageOf(found, pageSize, ({ place }) => place);
    res.json({ items: items.map(presentWorkflowSummary), next });
  };
