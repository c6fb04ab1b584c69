import {
  isApproval,
  type CallFunctionTask,
  type RunTask,
  type Task,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { extensionsOf } from './extensionsOf';

/** Whom a part of a definition asks before it ends. */
export interface Asking {
  /** Whether it asks people by itself: in a task, a function of the definition, or an extension. */
  readonly people: boolean;
  /** Ids of the workflows that it runs, as far as the definition names them, which may ask as well. */
  readonly workflows: ReadonlySet<string>;
}

/**
 * Whom the task at `pointer`, or one inside it, may ask; of a function that stands elsewhere nothing is known.
 *
 * @param pointer - default: the whole workflow is meant
 */
export function askingOf(
  definition: WorkflowDefinition,
  pointer?: string,
): Asking {
  const search = new Search(definition);
  const { functions, extensions } = definition;
  const everywhere = [
    definition.do,
    ...(functions?.values() ?? []),
    extensions,
  ];
  const part =
    pointer === undefined ? definition.do : taskAt(everywhere, pointer);
  search.look(part, false);
  return search;
}

class Search implements Asking {
  people = false;
  readonly workflows = new Set<string>();
  readonly #called = new Set<string>();

  constructor(private readonly definition: WorkflowDefinition) {}

  /** @param isExtension - what runs in an extension is not extended itself */
  look(part: unknown, isExtension: boolean): void {
    if (typeof part !== 'object' || part === null) return;
    if (isTask(part)) this.#lookAtTask(part, isExtension);
    Object.values(part).forEach(inner => this.look(inner, isExtension));
  }

  #lookAtTask(task: Task, isExtension: boolean) {
    if (task.kind === 'call' && task.call === 'function') {
      this.#call(task, isExtension);
    }
    if (task.kind === 'run') this.#run(task);
    if (isExtension) return;
    for (const { before, after } of extensionsOf(task, this.definition)) {
      this.look([before, after], true);
    }
  }

  #call({ function: callee }: CallFunctionTask, isExtension: boolean) {
    if (isApproval(callee)) this.people = true;
    if (this.#called.has(callee.name)) return;
    this.#called.add(callee.name);
    this.look(this.definition.functions?.get(callee.name), isExtension);
  }

  #run({ process }: RunTask) {
    if (process.kind !== 'workflow') return;
    const { namespace, name } = process;
    if (typeof namespace !== 'string' || typeof name !== 'string') return;
    this.workflows.add(namespace === 'default' ? name : `${namespace}.${name}`);
  }
}

function isTask(part: object): part is Task {
  return 'kind' in part && 'pointer' in part;
}

function taskAt(part: unknown, pointer: string): unknown {
  if (typeof part !== 'object' || part === null) return undefined;
  if (isTask(part) && part.pointer === pointer) return part;
  for (const inner of Object.values(part)) {
    const found = taskAt(inner, pointer);
    if (found) return found;
  }
  return undefined;
}
