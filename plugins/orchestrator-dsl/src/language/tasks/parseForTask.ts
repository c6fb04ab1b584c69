import { parseCondition } from '../parseCondition';
import { parseExpression, parseTemplate } from '../parseExpression';
import { parseVariableName } from '../parseVariableName';
import { withVariables, type ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { ForTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "For". @internal */
export const parseForTask: TaskParser<ForTask> = (task, base, scope) => {
  const loop = task.required('for', node =>
    node.object(reader => parseLoop(reader, scope)),
  );
  const inside = withVariables(scope, [loop.each, loop.at]);
  return {
    ...base,
    kind: 'for',
    for: loop,
    while: task.optional('while', node => parseCondition(node, inside)),
    do: task.required('do', node => scope.parseTasks(node, inside)),
  };
};

function parseLoop(loop: ObjectReader, scope: ParseScope): ForTask['for'] {
  return {
    each: loop.optional('each', parseVariableName) ?? 'item',
    in: loop.required('in', node => parseItems(node, scope)),
    at: loop.optional('at', parseVariableName) ?? 'index',
  };
}

function parseItems(node: SourceNode, scope: ParseScope): ForTask['for']['in'] {
  if (node.isArray()) {
    parseTemplate(node, scope);
    return node.items().map(({ json }) => json);
  }
  if (node.isText()) return parseExpression(node, scope);
  node.reportType('a jq expression (text) or a list');
  return [];
}
