import { definitionWith } from '../../language/testing/definitionText';
import { parseWorkflow } from '../../language/parseWorkflow';
import type { WorkflowDefinition } from '../../language/WorkflowDefinition';
import { buildGraph } from '../buildGraph';
import type { WorkflowGraph } from '../WorkflowGraph';

/** @throws when the text has faults */
export function parsed(text: string): WorkflowDefinition {
  const { definition, problems } = parseWorkflow(text);
  if (!definition) throw new Error(JSON.stringify(problems, null, 2));
  return definition;
}

/** The graph of what comes after `document`. */
export function graphOf(rest: string): WorkflowGraph {
  return buildGraph(parsed(definitionWith(rest)));
}
