import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** What people call a workflow: its title, or its name, or its id. */
export function workflowNameOf({
  title,
  name,
  workflowId,
}: StoredDefinition): string {
  return title || name || workflowId;
}
