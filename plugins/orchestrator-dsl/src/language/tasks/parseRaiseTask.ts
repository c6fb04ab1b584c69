import { parseError } from '../parseError';
import type { RaiseTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Raise". @internal */
export const parseRaiseTask: TaskParser<RaiseTask> = (task, base, scope) => ({
  ...base,
  kind: 'raise',
  error: task.required('raise', node =>
    node.object(raise =>
      raise.required('error', error => parseError(error, scope)),
    ),
  ),
});
