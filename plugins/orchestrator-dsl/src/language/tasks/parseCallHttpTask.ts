import { parseEndpoint } from '../parseEndpoint';
import {
  isComputed,
  parseFields,
  parseTemplate,
  parseTextTemplate,
} from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { CallHttpTask, Template } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "HTTP Call". @internal */
export const parseCallHttpTask: TaskParser<CallHttpTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'http',
  with: task.required('with', node =>
    node.object(request => parseRequest(request, scope)),
  ),
});

function parseRequest(
  request: ObjectReader,
  scope: ParseScope,
): CallHttpTask['with'] {
  const { uri, authentication } = request.required('endpoint', node =>
    parseEndpoint(node, scope),
  );
  return {
    method: request.required('method', node => parseMethod(node, scope)),
    endpoint: uri,
    authentication,
    headers: request.optional('headers', node => parseFields(node, scope)),
    query: request.optional('query', node => parseFields(node, scope)),
    body: request.optional('body', node => parseTemplate(node, scope)),
    ...readResponseOptions(request),
  };
}

/** Reads what a call of HTTP makes of the response. @internal */
export function readResponseOptions(
  request: ObjectReader,
): Pick<CallHttpTask['with'], 'output' | 'redirect'> {
  return {
    output:
      request.optional('output', node =>
        node.oneOf(['content', 'raw', 'response']),
      ) ?? 'content',
    redirect: request.optional('redirect', node => node.boolean()) ?? false,
  };
}

function parseMethod(node: SourceNode, scope: ParseScope): Template {
  const method = parseTextTemplate(node, scope);
  if (
    node.isText() &&
    !isComputed(method) &&
    !/^[A-Za-z]+$/.test(`${method}`)
  ) {
    const message = `\`${method}\` is not an HTTP method such as get or post`;
    node.report({ code: 'INVALID_VALUE', message });
  }
  return method;
}
