import { parseTextTemplate } from '../../parseExpression';
import type { ParseScope } from '../../ParseScope';
import type { SourceNode } from '../../source/SourceNode';
import type { Process } from '../../WorkflowDefinition';
import { readStreams } from './readStreams';

/** DSL reference, "Shell Process". @internal */
export function parseShell(node: SourceNode, scope: ParseScope): Process {
  return node.object(shell => ({
    kind: 'shell',
    command: shell.required('command', command =>
      parseTextTemplate(command, scope),
    ),
    ...readStreams(shell, scope),
  }));
}
