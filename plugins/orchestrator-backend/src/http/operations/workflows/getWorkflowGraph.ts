import {
  buildGraph,
  toMermaid,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Operation } from '../../Operation';
import { readDrawable } from '../readDrawable';

/** Tells a workflow as a graph. */
export const getWorkflowGraph: Operation<'getWorkflowGraph'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { version, format } = req.query;
    const caller = await callerOf(req);
    const stored = await definitions.get({ workflowId, version }, caller);
    const graph = buildGraph(readDrawable(stored));
    if (format === 'mermaid') res.type('text/plain').end(toMermaid(graph));
    else res.json(graph);
  };
