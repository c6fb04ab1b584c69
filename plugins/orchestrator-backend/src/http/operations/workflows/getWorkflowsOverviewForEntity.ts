import type { Operation } from '../../Operation';
import { presentWorkflowOverview } from '../../present/presentWorkflowOverview';
import { readText } from '../../search/FieldCondition';
import { MAX_PAGE_SIZE } from '../../search/readPage';

/** Lists the workflows of a catalog entity. */
export const getWorkflowsOverviewForEntity: Operation<
  'getWorkflowsOverviewForEntity'
> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { targetEntity, annotationWorkflowIds = [] } = req.body ?? {};
    const ofEntity = {
      workflowIds: annotationWorkflowIds,
      ...(targetEntity !== undefined && {
        targetEntity: readText(targetEntity, '/body/targetEntity'),
      }),
    };
    const query = { ofEntity, offset: 0, limit: MAX_PAGE_SIZE };
    const found = await workflows.list(query, await callerOf(req));
    res.json({ overviews: found.map(presentWorkflowOverview) });
  };
