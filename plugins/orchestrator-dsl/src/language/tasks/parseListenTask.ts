import { parseEventRead } from '../events/parseEventRead';
import { parseEventStrategy } from '../events/parseEventStrategy';
import { parseForeach } from '../parseForeach';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { ListenTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Listen". @internal */
export const parseListenTask: TaskParser<ListenTask> = (task, base, scope) => ({
  ...base,
  kind: 'listen',
  ...task.required('listen', node => parseListen(node, scope)),
  foreach: task.optional('foreach', node => parseForeach(node, scope)),
});

function parseListen(
  node: SourceNode,
  scope: ParseScope,
): Pick<ListenTask, 'to' | 'read'> {
  return node.object(listen => ({
    to: listen.required('to', to => parseEventStrategy(to, scope)),
    read: listen.optional('read', parseEventRead) ?? 'data',
  }));
}
