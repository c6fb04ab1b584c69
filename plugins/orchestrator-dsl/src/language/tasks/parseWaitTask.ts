import { parseDurationNode } from '../parseDuration';
import type { WaitTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Wait". @internal */
export const parseWaitTask: TaskParser<WaitTask> = (task, base, scope) => ({
  ...base,
  kind: 'wait',
  wait: task.required('wait', node => parseDurationNode(node, scope)),
});
