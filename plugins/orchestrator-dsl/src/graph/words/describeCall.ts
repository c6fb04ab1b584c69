import { assertNever } from '../../assertNever';
import { isApproval } from '../../language/approvals/isApproval';
import type {
  CallA2aTask,
  CallAsyncApiTask,
  CallFunctionTask,
  CallGrpcTask,
  CallMcpTask,
  CallTask,
  ExternalResource,
  Template,
} from '../../language/WorkflowDefinition';
import { templateText } from './oneLine';

/** What is called: `GET https://…`, `findPets of https://…/openapi.json`. */
export function describeCall(task: CallTask): string {
  switch (task.call) {
    case 'http': {
      const { method, endpoint } = task.with;
      return `${methodName(method)} ${templateText(endpoint)}`;
    }
    case 'openapi': {
      const { operationId, document } = task.with;
      return `${templateText(operationId)} of ${uriOf(document)}`;
    }
    case 'grpc':
      return describeGrpc(task);
    case 'asyncapi':
      return describeAsyncApi(task);
    case 'a2a':
      return describeA2a(task);
    case 'mcp':
      return describeMcp(task);
    case 'function':
      return describeFunctionCall(task);
    default:
      return assertNever(task, 'call');
  }
}

function describeFunctionCall(task: CallFunctionTask): string {
  const { function: callee, with: input } = task;
  if (!isApproval(callee)) return `call ${callee.name}`;
  const title = memberOf(input, 'title');
  return title === undefined ? 'approval' : `approval: ${templateText(title)}`;
}

/** Methods are written in any case; expressions are left as they are. */
function methodName(method: Template): string {
  const text = templateText(method);
  return /^\w+$/.test(text) ? text.toUpperCase() : text;
}

function uriOf({ endpoint }: ExternalResource): string {
  return templateText(endpoint.uri);
}

function describeGrpc({ with: { service, method } }: CallGrpcTask): string {
  const { name, host, port } = service;
  const address = port === undefined ? [host] : [host, port];
  return `${templateText(name)}/${templateText(method)} at ${address
    .map(templateText)
    .join(':')}`;
}

function describeAsyncApi({ with: call }: CallAsyncApiTask): string {
  const verb = call.message ? 'send to' : 'receive from';
  const place = templateText(call.operation ?? call.channel ?? '');
  return `${verb} ${place} of ${uriOf(call.document)}`;
}

function describeA2a({ with: call }: CallA2aTask): string {
  const agent = call.server?.uri ?? call.agentCard?.endpoint.uri;
  return agent === undefined
    ? call.method
    : `${call.method} at ${templateText(agent)}`;
}

function describeMcp({ with: call }: CallMcpTask): string {
  const { method, parameters, transport } = call;
  const server =
    transport.kind === 'http' ? transport.endpoint.uri : transport.command;
  const words = [method, nameIn(parameters), `at ${templateText(server)}`];
  return words.filter(Boolean).join(' ');
}

/** The tool, prompt or resource that is asked for. */
function nameIn(parameters: Template | undefined): string | undefined {
  const name = memberOf(parameters, 'name');
  return name === undefined ? undefined : templateText(name);
}

function memberOf(
  template: Template | undefined,
  name: string,
): Template | undefined {
  if (typeof template !== 'object' || template === null) return undefined;
  return Object.entries(template).find(([key]) => key === name)?.[1];
}
