import type {
  Extension,
  Task,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** The extensions that a task has by its kind, the first one outermost. */
export function extensionsOf(
  task: Task,
  { extensions = [] }: WorkflowDefinition,
): readonly Extension[] {
  return extensions.filter(({ extend }) => isExtended(task, extend));
}

const COMPOSITES: ReadonlySet<Task['kind']> = new Set(['do', 'fork']);

function isExtended({ kind }: Task, extend: Extension['extend']): boolean {
  if (extend === 'all') return true;
  return extend === 'composite' ? COMPOSITES.has(kind) : extend === kind;
}
