import { parseTask } from '../parseTask';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { Task } from '../WorkflowDefinition';

/** Reads `use.functions`: tasks that `call` can name. @internal */
export function parseFunctions(
  node: SourceNode,
  scope: ParseScope,
): ReadonlyMap<string, Task> {
  const inside: ParseScope = { ...scope, siblings: { kind: 'function' } };
  return new Map(
    node.members.flatMap(member => {
      const task = parseTask(member, inside);
      return task ? [[member.name, task] as const] : [];
    }),
  );
}
