import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { ForkTask } from '../WorkflowDefinition';
import type { ParseScope } from '../ParseScope';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Fork". @internal */
export const parseForkTask: TaskParser<ForkTask> = (task, base, scope) => ({
  ...base,
  kind: 'fork',
  ...task.required('fork', node => node.object(fork => parseFork(fork, scope))),
});

function parseFork(
  fork: ObjectReader,
  scope: ParseScope,
): Pick<ForkTask, 'branches' | 'compete'> {
  return {
    branches: fork.required('branches', node => parseBranches(node, scope)),
    compete: fork.optional('compete', node => node.boolean()) ?? false,
  };
}

function parseBranches(
  node: SourceNode,
  scope: ParseScope,
): ForkTask['branches'] {
  if (node.isArray() && node.items().length === 0) {
    const message = 'a fork needs at least one branch';
    node.report({ code: 'INVALID_VALUE', message });
  }
  return scope.parseTasks(node, scope, 'branches');
}
