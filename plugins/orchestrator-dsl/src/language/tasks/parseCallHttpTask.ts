import {
  isComputed,
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
  return {
    method: request.required('method', node => parseMethod(node, scope)),
    endpoint: request.required('endpoint', node => parseEndpoint(node, scope)),
    headers: request.optional('headers', node => parseFields(node, scope)),
    query: request.optional('query', node => parseFields(node, scope)),
    body: request.optional('body', node => parseTemplate(node, scope)),
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

/** Reads an endpoint: an address, or an object with one (DSL reference, "Endpoint"). */
function parseEndpoint(node: SourceNode, scope: ParseScope): Template {
  if (!node.isObject()) return parseUri(node, scope);
  return node.object(endpoint => {
    endpoint.unsupported('authentication');
    return endpoint.required('uri', uri => parseUri(uri, scope));
  });
}

function parseUri(node: SourceNode, scope: ParseScope): Template {
  const uri = parseTextTemplate(node, scope);
  const fault = typeof node.json === 'string' && uriFault(node.json.trim());
  if (fault) {
    const message = `\`${node.json}\` ${fault}`;
    node.report({ code: 'INVALID_VALUE', message });
  }
  return uri;
}

const CALLABLE = /^(?:https?|plugin):\/\//i;

function uriFault(uri: string): string | undefined {
  const isWholeComputed = uri.startsWith('${');
  if (!isWholeComputed && !uri.startsWith('{') && !CALLABLE.test(uri)) {
    return 'cannot be called; begin it with http://, https:// or plugin://';
  }
  if (isComputed(uri)) return undefined;
  if (/\s/.test(uri)) return 'has a space in it; write it as %20';
  const isPlain = /^(?:[^{}]|\{\w+\})*$/.test(uri);
  return isPlain
    ? undefined
    : 'has braces that are no URI template; only `{name}` is supported';
}

/** Reads headers or query parameters: a name each with one value, or an expression of such an object. */
function parseFields(node: SourceNode, scope: ParseScope): Template {
  if (!node.isObject() && !isComputed(node.json)) {
    node.reportType('an object or an expression `${ … }`');
  }
  for (const { value } of node.members) {
    if (value.isObject() || value.isArray() || value.json === null) {
      value.reportType('text, a number, true or false');
    }
  }
  return parseTemplate(node, scope);
}
