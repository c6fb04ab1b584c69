import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { prefixesOf } from './pointers';

/** A task with what runs inside it. */
export interface TaskNode {
  readonly kind: 'task';
  readonly key: string;
  readonly task: TaskState;
  readonly children: readonly TreeNode[];
}

/** One pass of a loop, when a pass is more than a single task. */
export interface IterationNode {
  readonly kind: 'iteration';
  readonly key: string;
  /** From 0, as in the task key. */
  readonly index: number;
  readonly children: readonly TaskNode[];
}

/** A row of the task tree. */
export type TreeNode = TaskNode | IterationNode;

/**
 * The tasks of an instance as they contain each other, in the order in which they began.
 *
 * A task belongs to the task whose pointer is the longest prefix of its own and whose scope its own scope begins with.
 * The passes of a loop are grouped, so that a page can show some of them only.
 */
export function taskTree(tasks: readonly TaskState[]): readonly TreeNode[] {
  const byKey = new Map(tasks.map(task => [task.key, task]));
  const childrenOf = new Map<string | undefined, TaskState[]>();
  for (const task of tasks) {
    const parent = parentKey(task, byKey);
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(task);
    else childrenOf.set(parent, [task]);
  }
  const nodeOf = (task: TaskState): TaskNode => {
    const children = (childrenOf.get(task.key) ?? []).map(nodeOf);
    return {
      kind: 'task',
      key: task.key,
      task,
      children:
        task.kind === 'for' ? groupIterations(task, children) : children,
    };
  };
  return (childrenOf.get(undefined) ?? []).map(nodeOf);
}

/** All tasks below a node, itself included. */
export function tasksOf(node: TreeNode): readonly TaskState[] {
  const below = node.children.flatMap(tasksOf);
  return node.kind === 'task' ? [node.task, ...below] : below;
}

/** The tasks that do something themselves: those that contain no other. */
export function leavesOf(nodes: readonly TreeNode[]): readonly TaskState[] {
  return nodes.flatMap(node => {
    if (node.children.length > 0) return leavesOf(node.children);
    return node.kind === 'task' ? [node.task] : [];
  });
}

function parentKey(
  { key, ref }: TaskState,
  byKey: ReadonlyMap<string, TaskState>,
): string | undefined {
  const scope = scopeOf(key, ref);
  for (const parentRef of prefixesOf(ref)) {
    for (let length = scope.length; length >= 0; length--) {
      const candidate = keyOf(parentRef, scope.slice(0, length));
      if (byKey.has(candidate)) return candidate;
    }
  }
  return undefined;
}

function scopeOf(key: string, ref: string): readonly string[] {
  const scope = key.slice(ref.length + 1, -1);
  return scope === '' ? [] : scope.split('.');
}

function keyOf(ref: string, scope: readonly string[]): string {
  return scope.length === 0 ? ref : `${ref}[${scope.join('.')}]`;
}

function groupIterations(
  loop: TaskState,
  children: readonly TaskNode[],
): readonly TreeNode[] {
  const passes = new Map<number, TaskNode[]>();
  for (const child of children) {
    const index = Number(child.task.iteration?.split('.').at(-1) ?? 0);
    passes.set(index, [...(passes.get(index) ?? []), child]);
  }
  return [...passes].map(([index, nodes]) =>
    nodes.length === 1
      ? nodes[0]
      : {
          kind: 'iteration',
          key: `${loop.key}#${index}`,
          index,
          children: nodes,
        },
  );
}
