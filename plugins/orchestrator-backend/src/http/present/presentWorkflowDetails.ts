import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  parseWorkflow,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { objectOf } from './objectOf';

/** A definition with what was found wrong with it. */
export function presentWorkflowDetails(
  stored: StoredDefinition,
): WorkflowDetails {
  const { definition, document } = parseWorkflow(stored.text);
  const { workflowId, namespace, name, version, format } = stored;
  return {
    workflowId,
    namespace,
    name,
    version,
    format,
    title: stored.title,
    description: stored.description,
    valid: stored.isValid,
    problems: [...stored.problems],
    tags: Object.entries(document.tags ?? {}).map(presentTag),
    inputSchema: objectOf(definition?.input?.schema),
    definition: definition && objectOf(definition.raw),
  };
}

/** The language has tags with a value; most often the name says it all. */
function presentTag([name, value]: [string, Json]): string {
  return value === '' || value === true ? name : `${name}:${String(value)}`;
}
