import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { jsonOf } from '../interpreter/json';
import { assertNever } from '../assertNever';
import type {
  ActivityEffect,
  ChildEffect,
  McpEffect,
  ResourceRequest,
} from '../interpreter/DurableHost';

/** What people are told of a call: never credentials. */
export interface CallDescription {
  /** What is called: `GET http://…`. */
  readonly target: string;
  readonly request?: Json;
}

/** What is called and what with. */
export function describeCall(
  effect: ActivityEffect | ChildEffect,
): CallDescription {
  switch (effect.kind) {
    case 'http':
      return {
        target: `${effect.method} ${effect.uri}`,
        request: effect.body,
      };
    case 'openapi':
      return {
        target: `${effect.operationId} of ${effect.document.uri}`,
        request: effect.parameters,
      };
    case 'grpc': {
      const { name, host, port } = effect.service;
      const address = port === undefined ? host : `${host}:${port}`;
      return {
        target: `${name}/${effect.method} at ${address}`,
        request: effect.arguments,
      };
    }
    case 'asyncapi': {
      const { action, channel, operation, document } = effect;
      return {
        target: `${action.kind} ${operation ?? channel} of ${document.uri}`,
        ...(action.kind === 'send' && { request: action.payload }),
      };
    }
    case 'a2a':
      return {
        target: `${effect.method} at ${
          (effect.server ?? effect.agentCard)?.uri
        }`,
        request: effect.parameters,
      };
    case 'mcp':
      return {
        target: `${effect.method} at ${mcpServer(effect)}`,
        request: effect.parameters,
      };
    case 'function':
      return { target: effect.name, request: effect.input };
    case 'script':
      return {
        target: `${effect.language} ${sourceOf(effect.code)}`,
        request: [...effect.arguments],
      };
    case 'shell':
      return { target: effect.command, request: [...effect.arguments] };
    case 'container':
      return { target: effect.image, request: [...effect.arguments] };
    case 'document':
      return { target: `GET ${effect.resource.uri}` };
    case 'child': {
      const { workflowId, version, input } = effect;
      const isAny = version === 'latest';
      return {
        target: isAny ? workflowId : `${workflowId} ${version}`,
        request: input,
      };
    }
    case 'emit':
      return { target: effect.event.type, request: jsonOf(effect.event) };
    default:
      return assertNever(effect, 'effect');
  }
}

function sourceOf(code: string | ResourceRequest): string {
  return typeof code === 'string' ? 'script' : code.uri;
}

function mcpServer({ transport }: McpEffect): string {
  return transport.kind === 'http' ? transport.endpoint.uri : transport.command;
}
