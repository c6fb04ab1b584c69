import type {
  Authentication,
  CallTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { authorizationOf, credentialsOf } from '../credentials';
import type { ActivityEffect } from '../effects';
import { perform, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { a2aCall } from './calls/a2aCall';
import { asyncApiSend } from './calls/asyncApiCall';
import type { Calling } from './calls/CallEffect';
import { grpcCall } from './calls/grpcCall';
import { httpCall } from './calls/httpCall';
import { mcpCall } from './calls/mcpCall';
import { openApiCall } from './calls/openApiCall';
import { runFunction } from './runFunction';
import { runSubscription } from './runSubscription';

/** DSL reference, "Call". */
export function* runCall(
  task: CallTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  if (task.call === 'function') return yield* runFunction(task, taskRun);
  const { key, on } = taskRun;
  const credentials = credentialsOf(authenticationOf(task), on);
  const authorization = authorizationOf(credentials);
  const calling: Calling = {
    base: { id: `${key}:call`, taskKey: key },
    on: { ...on, variables: { ...on.variables, authorization } },
    credentials,
  };
  if (task.call === 'asyncapi' && task.with.subscription) {
    const result = yield* runSubscription(task, taskRun, calling);
    return { ...result, authorization };
  }
  return { output: yield* perform(effectOf(task, calling)), authorization };
}

function effectOf(
  task: Exclude<CallTask, { call: 'function' }>,
  calling: Calling,
): ActivityEffect {
  switch (task.call) {
    case 'http':
      return httpCall(task, calling);
    case 'openapi':
      return openApiCall(task, calling);
    case 'grpc':
      return grpcCall(task, calling);
    case 'asyncapi':
      return asyncApiSend(task, calling);
    case 'a2a':
      return a2aCall(task, calling);
    case 'mcp':
      return mcpCall(task, calling);
    default:
      return assertNever(task);
  }
}

/** Of the call itself, wherever the kind has it. */
function authenticationOf(
  task: Exclude<CallTask, { call: 'function' }>,
): Authentication | undefined {
  switch (task.call) {
    case 'grpc':
      return task.with.service.authentication;
    case 'a2a':
      return task.with.server?.authentication;
    case 'mcp': {
      const { transport } = task.with;
      return transport.kind === 'http'
        ? transport.endpoint.authentication
        : undefined;
    }
    default:
      return task.with.authentication;
  }
}

function assertNever(task: never): never {
  throw new Error(`Unknown call ${JSON.stringify(task)}`);
}
