import { ASYNCAPI_PROTOCOLS } from '../../protocols';
import { parseAuthentication } from '../authentication/parseAuthentication';
import { parseCondition } from '../parseCondition';
import { parseDurationNode } from '../parseDuration';
import { parseExternalResource } from '../parseEndpoint';
import {
  parseCount,
  parseObjectTemplate,
  parseTextTemplate,
} from '../parseExpression';
import { parseForeach } from '../parseForeach';
import type { ParseScope } from '../ParseScope';
import { requireCapability } from '../requireCapability';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { CallAsyncApiTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

type Request = CallAsyncApiTask['with'];

/** DSL reference, "AsyncAPI Call". @internal */
export const parseCallAsyncApiTask: TaskParser<CallAsyncApiTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'asyncapi',
  with: task.required('with', node =>
    node.object(request => readRequest(request, scope)),
  ),
});

function readRequest(request: ObjectReader, scope: ParseScope): Request {
  const text = (node: SourceNode) => parseTextTemplate(node, scope);
  request.exactlyOne(['operation', 'channel']);
  request.exactlyOne(['message', 'subscription']);
  return {
    document: request.required('document', node =>
      parseExternalResource(node, scope),
    ),
    channel: request.optional('channel', text),
    operation: request.optional('operation', text),
    server: request.optional('server', node => parseServer(node, scope)),
    protocol: request.optional('protocol', node => parseProtocol(node, scope)),
    message: request.optional('message', node => parseMessage(node, scope)),
    subscription: request.optional('subscription', node =>
      parseSubscription(node, scope),
    ),
    authentication: request.optional('authentication', node =>
      parseAuthentication(node, scope),
    ),
  };
}

function parseProtocol(node: SourceNode, scope: ParseScope): string {
  const protocol = node.oneOf(ASYNCAPI_PROTOCOLS);
  if (node.json === protocol) {
    requireCapability(node, `\`protocol: ${protocol}\``, protocol, {
      available: scope.capabilities.asyncapiProtocols,
    });
  }
  return protocol;
}

function parseServer(node: SourceNode, scope: ParseScope): Request['server'] {
  return node.object(server => ({
    name: server.required('name', name => parseTextTemplate(name, scope)),
    variables: server.optional('variables', variables =>
      parseObjectTemplate(variables, scope),
    ),
  }));
}

function parseMessage(node: SourceNode, scope: ParseScope): Request['message'] {
  const object = (value: SourceNode) => parseObjectTemplate(value, scope);
  return node.object(message => ({
    payload: message.optional('payload', object),
    headers: message.optional('headers', object),
  }));
}

function parseSubscription(
  node: SourceNode,
  scope: ParseScope,
): Request['subscription'] {
  return node.object(subscription => ({
    filter: subscription.optional('filter', filter =>
      parseCondition(filter, scope),
    ),
    consume: subscription.required('consume', consume =>
      parseConsumption(consume, scope),
    ),
    foreach: subscription.optional('foreach', foreach =>
      parseForeach(foreach, scope),
    ),
  }));
}

type Consumption = NonNullable<Request['subscription']>['consume'];

function parseConsumption(node: SourceNode, scope: ParseScope): Consumption {
  const condition = (value: SourceNode) => parseCondition(value, scope);
  return node.object(consume => {
    consume.exactlyOne(['amount', 'while', 'until']);
    return {
      for: consume.optional('for', span => parseDurationNode(span, scope)),
      amount: consume.optional('amount', amount => parseCount(amount, scope)),
      while: consume.optional('while', condition),
      until: consume.optional('until', condition),
    };
  });
}
