import {
  buildGraph,
  parseWorkflow,
  toMermaid,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { ServiceError } from '../../service/ServiceError';
import type { Operation } from '../Operation';

/** Tells a workflow as a graph. */
export const getWorkflowGraph: Operation<'getWorkflowGraph'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { version, format } = req.query;
    const caller = await callerOf(req);
    const stored = await service.getDefinition({ workflowId, version }, caller);
    const { definition } = parseWorkflow(stored.text);
    if (!definition) {
      throw new ServiceError(
        'DEFINITION_INVALID',
        `The workflow "${workflowId}" cannot be drawn: its definition cannot be read`,
      );
    }
    const graph = buildGraph(definition);
    if (format === 'mermaid') res.type('text/plain').end(toMermaid(graph));
    else res.json(graph);
  };
