import type { Knex } from 'knex';
import type { StoredDefinition } from '../../DefinitionStore';
import type {
  DefinitionRow,
  WorkflowRow,
  WorkflowSettingsRow,
  WorkflowTagRow,
} from '../tables';

/** Keeps a text. One that is there already gets what was found wrong with it now. */
export async function keepDefinition(
  tx: Knex.Transaction,
  definition: StoredDefinition,
): Promise<void> {
  await tx<DefinitionRow>('definitions')
    .insert(definitionRow(definition))
    .onConflict(['workflow_id', 'hash'])
    .merge(['is_valid', 'problems']);
}

/** The row of a workflow that has this definition now. */
export function workflowRow(
  definition: StoredDefinition,
  source: string,
): WorkflowRow {
  const { workflowId, hash, title, name, owner, tags = [] } = definition;
  return {
    id: workflowId,
    hash,
    source,
    updated_at: definition.loadedAt,
    title: title || name || workflowId,
    owner: owner ?? null,
    tags: JSON.stringify(tags),
  };
}

/** Brings the tags by which a workflow is found in line with those that it is shown with. */
export async function indexTags(
  tx: Knex.Transaction,
  workflowId: string,
): Promise<void> {
  const workflow = await tx<WorkflowRow>('workflows')
    .where({ id: workflowId })
    .first();
  const settings = await tx<WorkflowSettingsRow>('workflow_settings')
    .where({ workflow_id: workflowId })
    .first();
  const tags: string[] = JSON.parse(settings?.tags ?? workflow?.tags ?? '[]');
  await tx<WorkflowTagRow>('workflow_tags')
    .where({ workflow_id: workflowId })
    .delete();
  if (!workflow || tags.length === 0) return;
  await tx<WorkflowTagRow>('workflow_tags').insert(
    [...new Set(tags)].map(tag => ({ tag, workflow_id: workflowId })),
  );
}

function definitionRow(definition: StoredDefinition): DefinitionRow {
  return {
    workflow_id: definition.workflowId,
    hash: definition.hash,
    namespace: definition.namespace,
    name: definition.name,
    version: definition.version,
    title: definition.title ?? null,
    description: definition.description ?? null,
    format: definition.format,
    source_text: definition.text,
    is_valid: definition.isValid,
    problems: JSON.stringify(definition.problems),
    loaded_at: definition.loadedAt,
  };
}
