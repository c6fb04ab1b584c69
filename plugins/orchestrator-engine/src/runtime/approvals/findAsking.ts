import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError, isUnavailable } from '../../EngineError';
import { askingOf } from '../../interpreter/askingOf';
import type { DefinitionCache } from '../DefinitionCache';

/** The first of these workflows, and of those that they run, that asks people; as they are now. */
export async function findAsking(
  workflowIds: readonly string[],
  definitions: Pick<DefinitionCache, 'byHash' | 'current'>,
): Promise<string | undefined> {
  const known = new Set(workflowIds);
  // What is added on the way comes last.
  for (const workflowId of known) {
    const definition = await definitionOf(workflowId, definitions);
    if (!definition) continue;
    const { people, workflows } = askingOf(definition);
    if (people) return workflowId;
    workflows.forEach(id => known.add(id));
  }
  return undefined;
}

/** `undefined` when there is none that can run. */
async function definitionOf(
  workflowId: string,
  definitions: Pick<DefinitionCache, 'byHash' | 'current'>,
): Promise<WorkflowDefinition | undefined> {
  const current = await definitions.current(workflowId);
  try {
    return current && (await definitions.byHash(workflowId, current.hash));
  } catch (error) {
    if (isUnavailable(error) || !(error instanceof EngineError)) throw error;
    return undefined;
  }
}
