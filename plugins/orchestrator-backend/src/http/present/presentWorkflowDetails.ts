import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  CurrentDefinition,
  StoredDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { objectOf } from './objectOf';

/**
 * A definition with what was found wrong with it, and what is set for its workflow.
 *
 * @param text - the text to show: the present one, or an earlier one
 */
export function presentWorkflowDetails(
  current: CurrentDefinition,
  text: StoredDefinition = current,
): WorkflowDetails {
  const { definition } = parseWorkflow(text.text);
  const { workflowId, namespace, name, version, format } = text;
  return {
    workflowId,
    namespace,
    name,
    version,
    format,
    title: current.title,
    description: text.description,
    valid: text.isValid,
    problems: [...text.problems],
    tags: [...current.tags],
    owner: current.owner,
    hash: text.hash,
    source: current.source,
    enabled: current.isEnabled,
    loadedAt: new Date(text.loadedAt).toISOString(),
    inputSchema: objectOf(definition?.input?.schema),
    definition: definition && objectOf(definition.raw),
  };
}
