import { parseCondition } from '../parseCondition';
import { parseInstance } from '../parseError';
import { parseCount, parseTextTemplate } from '../parseExpression';
import { parseFlowDirective } from '../parseFlowDirective';
import { parseRetryPolicy } from '../parseRetryPolicy';
import { parseVariableName } from '../parseVariableName';
import { withVariables, type ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { ErrorFilter, TryTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Try". @internal */
export const parseTryTask: TaskParser<TryTask> = (task, base, scope) => ({
  ...base,
  kind: 'try',
  try: task.required('try', node => scope.parseTasks(node, scope)),
  catch: task.required('catch', node =>
    node.object(reader => parseCatch(reader, scope)),
  ),
});

function parseCatch(
  reader: ObjectReader,
  outside: ParseScope,
): TryTask['catch'] {
  const as = reader.optional('as', parseVariableName) ?? 'error';
  const scope = withVariables(outside, [as]);
  const condition = (node: SourceNode) => parseCondition(node, scope);
  return {
    errors: reader.optional('errors', node => parseErrors(node, scope)),
    as,
    when: reader.optional('when', condition),
    exceptWhen: reader.optional('exceptWhen', condition),
    retry: reader.optional('retry', node => parseRetryPolicy(node, scope)),
    do: reader.optional('do', node => scope.parseTasks(node, scope)),
    then: reader.optional('then', node => parseFlowDirective(node, outside)),
  };
}

function parseErrors(
  node: SourceNode,
  scope: ParseScope,
): ErrorFilter | undefined {
  return node.object(errors =>
    errors.optional('with', filter => parseErrorFilter(filter, scope)),
  );
}

function parseErrorFilter(node: SourceNode, scope: ParseScope): ErrorFilter {
  const text = (value: SourceNode) => parseTextTemplate(value, scope);
  if (node.isObject() && node.members.length === 0) {
    const message =
      'an error filter needs at least one of type, status, instance, title, detail';
    node.report({ code: 'INVALID_VALUE', message });
  }
  return node.object(filter => ({
    type: filter.optional('type', text),
    status: filter.optional('status', status => parseCount(status, scope)),
    instance: filter.optional('instance', at => parseInstance(at, scope)),
    title: filter.optional('title', text),
    detail: filter.optional('detail', text),
  }));
}
