import { parseAuthentication } from '../authentication/parseAuthentication';
import { parseExternalResource } from '../parseEndpoint';
import {
  isComputed,
  parseCount,
  parseObjectTemplate,
  parseTextTemplate,
} from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { CallGrpcTask, Template } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "gRPC Call". @internal */
export const parseCallGrpcTask: TaskParser<CallGrpcTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'grpc',
  with: task.required('with', node =>
    node.object(request => ({
      proto: request.required('proto', proto =>
        parseExternalResource(proto, scope),
      ),
      service: request.required('service', service =>
        parseService(service, scope),
      ),
      method: request.required('method', method =>
        parseTextTemplate(method, scope),
      ),
      arguments: request.optional('arguments', values =>
        parseObjectTemplate(values, scope),
      ),
    })),
  ),
});

function parseService(
  node: SourceNode,
  scope: ParseScope,
): CallGrpcTask['with']['service'] {
  return node.object(service => ({
    name: service.required('name', name => parseTextTemplate(name, scope)),
    host: service.required('host', host => parseHost(host, scope)),
    port: service.optional('port', port => parsePort(port, scope)),
    authentication: service.optional('authentication', authentication =>
      parseAuthentication(authentication, scope),
    ),
  }));
}

const HOST = /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/;

function parseHost(node: SourceNode, scope: ParseScope): Template {
  const host = parseTextTemplate(node, scope, 'the name of a host');
  if (node.isText() && !isComputed(host) && !HOST.test(`${host}`)) {
    const message = `\`${host}\` is not the name of a host; a port goes into \`port\``;
    node.report({ code: 'INVALID_VALUE', message });
  }
  return host;
}

function parsePort(node: SourceNode, scope: ParseScope): Template {
  const port = parseCount(node, scope);
  if (typeof port === 'number' && port > 65_535) {
    const message = `there is no port ${port}; the highest is 65535`;
    node.report({ code: 'INVALID_VALUE', message });
  }
  return port;
}
