import { MCP_METHODS, MCP_VERSION } from '../../protocols';
import { parseDurationNode } from '../parseDuration';
import { parseEndpoint } from '../parseEndpoint';
import {
  parseFields,
  parseObjectTemplate,
  parseTextTemplate,
  parseValues,
} from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import { requireCapability } from '../requireCapability';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { CallMcpTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

const DEFAULT_CLIENT = { name: 'orchestrator', version: '1.0.0' };

/** DSL reference, "MCP Call". @internal */
export const parseCallMcpTask: TaskParser<CallMcpTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'mcp',
  with: task.required('with', node =>
    node.object(request => readRequest(request, scope)),
  ),
});

function readRequest(
  request: ObjectReader,
  scope: ParseScope,
): CallMcpTask['with'] {
  return {
    protocolVersion:
      request.optional('protocolVersion', version => version.text()) ??
      MCP_VERSION,
    method: request.required('method', method => method.oneOf(MCP_METHODS)),
    parameters: request.optional('parameters', parameters =>
      parseObjectTemplate(parameters, scope),
    ),
    timeout: request.optional('timeout', timeout =>
      parseDurationNode(timeout, scope),
    ),
    transport: request.required('transport', transport =>
      parseTransport(transport, scope),
    ),
    client: request.optional('client', parseClient) ?? DEFAULT_CLIENT,
  };
}

type Transport = CallMcpTask['with']['transport'];

const TRANSPORTS = ['http', 'stdio'] as const;

function parseTransport(node: SourceNode, scope: ParseScope): Transport {
  return node.object(transport => {
    const kind = transport.exactlyOne(TRANSPORTS) ?? 'http';
    const options = transport.optional('options', value =>
      parseFields(value, scope),
    );
    const properties = transport.optional(kind, value => {
      requireCapability(value, `\`transport.${kind}\``, kind, {
        available: scope.capabilities.mcpTransports,
      });
      return kind === 'http'
        ? parseHttpTransport(value, scope)
        : parseStdioTransport(value, scope);
    });
    return { ...(properties ?? NO_TRANSPORT), options };
  });
}

/** Stands in for one that is missing, which was reported. */
const NO_TRANSPORT: Transport = { kind: 'http', endpoint: { uri: '' } };

function parseHttpTransport(node: SourceNode, scope: ParseScope): Transport {
  return node.object(http => ({
    kind: 'http',
    endpoint: http.required('endpoint', endpoint =>
      parseEndpoint(endpoint, scope),
    ),
    headers: http.optional('headers', headers => parseFields(headers, scope)),
  }));
}

function parseStdioTransport(node: SourceNode, scope: ParseScope): Transport {
  return node.object(stdio => ({
    kind: 'stdio',
    command: stdio.required('command', command =>
      parseTextTemplate(command, scope),
    ),
    arguments: stdio.optional('arguments', values =>
      parseValues(values, scope),
    ),
    environment: stdio.optional('environment', environment =>
      parseFields(environment, scope),
    ),
  }));
}

function parseClient(node: SourceNode): CallMcpTask['with']['client'] {
  return node.object(client => ({
    name: client.required('name', name => name.text()),
    version: client.required('version', version => version.text()),
  }));
}
