import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { instanceNotFound } from '../../../service/notFound';
import type { Operation } from '../../Operation';
import { objectOf } from '../../present/objectOf';

/** Tells the schema of a workflow's input, and the input of one of its instances. */
export const getWorkflowInputSchemaById: Operation<
  'getWorkflowInputSchemaById'
> =
  ({ instances, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const { definition } = await workflows.get({ workflowId }, caller);
    const parsed = parseWorkflow(definition.text).definition;
    res.json({
      inputSchema: objectOf(parsed?.input?.schema),
      data: await dataOf(req.query.instanceId),
    });

    async function dataOf(instanceId: string | undefined) {
      if (instanceId === undefined) return undefined;
      const details = await instances.getDetails(instanceId, caller);
      if (details.instance.workflowId !== workflowId) {
        throw instanceNotFound(instanceId);
      }
      return objectOf(details.input);
    }
  };
