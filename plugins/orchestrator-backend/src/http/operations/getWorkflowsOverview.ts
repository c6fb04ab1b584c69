import type { Operation } from '../Operation';
import { presentWorkflowOverview } from '../present/presentWorkflowOverview';
import { readWorkflowSearch } from '../search/readWorkflowSearch';

/** Lists workflows. */
export const getWorkflowsOverview: Operation<'getWorkflowsOverview'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const query = readWorkflowSearch(req.body ?? {});
    const workflows = await service.listWorkflows(query, await callerOf(req));
    res.json({
      overviews: workflows.map(presentWorkflowOverview),
      paginationInfo: req.body?.paginationInfo,
    });
  };
