import { parseEventTemplate } from '../events/parseEventTemplate';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { EmitTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Emit". @internal */
export const parseEmitTask: TaskParser<EmitTask> = (task, base, scope) => ({
  ...base,
  kind: 'emit',
  event: task.required('emit', node =>
    node.object(emit =>
      emit.required('event', event => parseEvent(event, scope)),
    ),
  ),
});

function parseEvent(node: SourceNode, scope: ParseScope): EmitTask['event'] {
  return node.object(event =>
    event.required('with', attributes => parseEventTemplate(attributes, scope)),
  );
}
