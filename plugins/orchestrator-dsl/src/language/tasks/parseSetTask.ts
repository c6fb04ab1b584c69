import { parseTemplate } from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { SetTask, Template } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Set". @internal */
export const parseSetTask: TaskParser<SetTask> = (task, base, scope) => ({
  ...base,
  kind: 'set',
  set: task.required('set', node => parseData(node, scope)),
});

function parseData(node: SourceNode, scope: ParseScope): Template {
  if (!node.isObject() && !node.isText()) {
    node.reportType('an object or an expression `${ … }`');
  } else if (node.isObject() && node.members.length === 0) {
    const message = '`set` needs at least one member';
    node.report({ code: 'INVALID_VALUE', message });
  }
  return parseTemplate(node, scope);
}
