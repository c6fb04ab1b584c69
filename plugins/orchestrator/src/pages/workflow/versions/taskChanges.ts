import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import { diffArrays } from 'diff';
import type { VersionTasks } from '../../../api/versionQueries';
import { pathOfPointer } from '../../../components/form/FieldProblem';
import { isTask } from '../../../components/graph/nodeText';

/** What has become of a task from one version to another. */
export interface TaskChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Names of the task and of those around it, outermost first. */
  readonly path: readonly string[];
  /** Kind of the task, e.g. `call`. */
  readonly task: string;
}

/**
 * The tasks that one of two versions has more, that stand elsewhere, or that say something else; in the order of the newer one.
 * A task is the same when it and all that hold it have the same names. One that holds others has changed when its own terms have.
 */
export function taskChanges(
  before: VersionTasks,
  after: VersionTasks,
): readonly TaskChange[] {
  const [old, now] = [tasksOf(before), tasksOf(after)];
  const parts = diffArrays([...old.keys()], [...now.keys()]);
  const dropped = new Set(
    parts.flatMap(part => (part.removed ? part.value : [])),
  );
  const put = new Set(parts.flatMap(part => (part.added ? part.value : [])));
  const changeOf = (
    name: string,
    isOld = false,
  ): TaskChange['kind'] | undefined => {
    const [was, is] = [old.get(name), now.get(name)];
    if (!was) return 'added';
    if (!is) return 'removed';
    if (isOld) return undefined;
    if (was.text !== is.text) return 'changed';
    return put.has(name) && dropped.has(name) ? 'moved' : undefined;
  };
  return parts.flatMap(({ value, removed }) =>
    value.flatMap(name => {
      const kind = changeOf(name, removed);
      const node = (now.get(name) ?? old.get(name))?.node;
      if (!kind || !node) return [];
      return [{ kind, path: namesIn(node.id), task: node.kind }];
    }),
  );
}

interface Task {
  readonly node: GraphNode;
  /** What it says, to tell whether that has changed. */
  readonly text: string;
}

/** The tasks of a version by their pointers without positions. */
function tasksOf({ graph, definition }: VersionTasks): Map<string, Task> {
  const owners = new Set(graph.containers.map(({ owner }) => owner));
  return new Map(
    graph.nodes.filter(isTask).map(node => {
      const says = owners.has(node.id)
        ? termsOf(node)
        : valueAt(definition, node.id);
      return [withoutPositions(node.id), { node, text: JSON.stringify(says) }];
    }),
  );
}

function termsOf({ kind, summary, condition, retry, timeout }: GraphNode) {
  return [kind, summary, condition, retry, timeout];
}

/** `/do/0/guard/try/1/charge` → `/do/guard/try/charge`. */
function withoutPositions(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/)/g, '');
}

/** What stands at a JSON pointer; undefined where nothing does. */
function valueAt(root: unknown, pointer: string): unknown {
  return pathOfPointer(pointer).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    root,
  );
}

/** Names of the task and of those around it: in a pointer they stand behind their positions. */
function namesIn(pointer: string): readonly string[] {
  return pathOfPointer(pointer).filter((_, index, parts) =>
    /^\d+$/.test(parts[index - 1] ?? ''),
  );
}
