import DOMPurify from 'dompurify';
import { Failure } from '../../../lib/Failure.mjs';
import {
  buildGraph,
  layoutGraph,
  parseWorkflow,
  toMermaid,
} from '../engine.mjs';

// Mermaid cleans texts with a library that needs a page; here none is shown.
DOMPurify.sanitize ??= text => text;
DOMPurify.addHook ??= () => {};
const { default: mermaid } = await import('mermaid');

/** @throws {Failure} when not every task is drawn, or Mermaid cannot read the chart */
export async function requireDrawable(text) {
  const { definition, problems } = parseWorkflow(text);
  if (!definition) throw new Failure(`it has faults: ${problems[0]?.message}`);
  const graph = buildGraph(definition);
  const { boxes, routes } = layoutGraph(graph);
  const undrawn = [
    ...graph.nodes.filter(({ id }) => !boxes.has(id)),
    ...graph.edges.filter(({ id }) => !routes.has(id)),
  ];
  if (undrawn.length > 0) throw new Failure(`${undrawn[0].id} is not drawn`);
  await mermaid.parse(toMermaid(graph));
}
