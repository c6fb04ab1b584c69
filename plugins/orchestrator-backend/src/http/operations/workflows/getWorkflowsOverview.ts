import type { Operation } from '../../Operation';
import { presentWorkflowOverview } from '../../present/presentWorkflowOverview';
import { readWorkflowSearch } from '../../search/readWorkflowSearch';

/** Lists workflows. */
export const getWorkflowsOverview: Operation<'getWorkflowsOverview'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const query = readWorkflowSearch(req.body ?? {});
    const found = await workflows.list(query, await callerOf(req));
    res.json({
      overviews: found.map(presentWorkflowOverview),
      paginationInfo: req.body?.paginationInfo,
    });
  };
