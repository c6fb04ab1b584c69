import type {
  Authentication,
  CallTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../../assertNever';
import { authorizationOf, credentialsOf } from '../credentials';
import type { ActivityEffect } from '../effects';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { asOf } from '../waitingAt';
import { a2aCall } from './calls/a2aCall';
import { asyncApiSend } from './calls/asyncApiCall';
import type { Calling } from './calls/CallEffect';
import { grpcCall } from './calls/grpcCall';
import { httpCall } from './calls/httpCall';
import { mcpCall } from './calls/mcpCall';
import { openApiCall } from './calls/openApiCall';
import { performOnly } from './performOnly';
import { runFunction } from './runFunction';
import { runSubscription } from './runSubscription';

/** DSL reference, "Call". */
export function* runCall(
  task: CallTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  if (task.call === 'function') return yield* runFunction(task, taskRun);
  const { run, body } = taskRun;
  const calling = asOf(run, body.from, () => callingOf(task, taskRun));
  const { authorization } = calling.on.variables;
  if (task.call === 'asyncapi' && task.with.subscription) {
    const result = yield* runSubscription(task, taskRun, calling);
    return { ...result, authorization };
  }
  const output = yield* performOnly('call', taskRun, () =>
    effectOf(task, calling),
  );
  return { output, authorization };
}

type Call = Exclude<CallTask, { call: 'function' }>;

function callingOf(task: Call, { key, on }: TaskRun): Calling {
  const credentials = credentialsOf(authenticationOf(task), on);
  const authorization = authorizationOf(credentials);
  return {
    base: { id: `${key}:call`, taskKey: key },
    on: { ...on, variables: { ...on.variables, authorization } },
    credentials,
  };
}

function effectOf(task: Call, calling: Calling): ActivityEffect {
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
      return assertNever(task, 'call');
  }
}

/** Of the call itself, wherever the kind has it. */
function authenticationOf(task: Call): Authentication | undefined {
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
