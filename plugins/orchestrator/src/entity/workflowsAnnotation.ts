import type { Entity } from '@backstage/catalog-model';

/** The annotation that names the workflows of an entity: a JSON list of ids, which may be empty. */
export const WORKFLOWS_ANNOTATION = 'orchestrator.io/workflows';

/** Whether an entity has to do with workflows. */
export function hasWorkflows(entity: Entity): boolean {
  return entity.metadata.annotations?.[WORKFLOWS_ANNOTATION] !== undefined;
}

/** What the annotation of an entity says. */
export interface NamedWorkflows {
  readonly ids: readonly string[];
  /** Why it cannot be read, if so. */
  readonly problem?: string;
}

/** The workflows that an entity names. */
export function namedWorkflows(entity: Entity): NamedWorkflows {
  const text = entity.metadata.annotations?.[WORKFLOWS_ANNOTATION] ?? '[]';
  const ids = readList(text);
  if (ids) return { ids };
  const problem = `The annotation ${WORKFLOWS_ANNOTATION} must be a JSON list of workflow ids, such as '["hello"]', not '${text}'`;
  return { ids: [], problem };
}

function readList(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}
