import type { DoTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Do". @internal */
export const parseDoTask: TaskParser<DoTask> = (task, base, scope) => ({
  ...base,
  kind: 'do',
  do: task.required('do', node => scope.parseTasks(node, scope)),
});
