import type { CallAsyncApiTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { AsyncApiEffect } from '../../effects';
import { fill } from '../../expressions';
import { fillObject, fillText } from '../../fillAs';
import { resourceOf } from '../../resources';
import type { Evaluation } from '../../Run';
import type { Calling, CallEffect } from './CallEffect';

/** Sends a message (DSL reference, "AsyncAPI Call"). */
export const asyncApiSend: CallEffect<CallAsyncApiTask, AsyncApiEffect> = (
  task,
  calling,
) => {
  const { payload = null, headers } = task.with.message ?? {};
  return asyncApiCall(task, calling, {
    kind: 'send',
    payload: fill(payload, calling.on),
    headers: fillObject(headers, calling.on, 'message.headers'),
  });
};

/** One exchange with what the task talks to. */
export function asyncApiCall(
  { with: talk }: CallAsyncApiTask,
  { base, on, credentials }: Calling,
  action: AsyncApiEffect['action'],
): AsyncApiEffect {
  const { channel, operation, protocol } = talk;
  return {
    ...base,
    kind: 'asyncapi',
    document: resourceOf(talk.document, on),
    ...(channel !== undefined && {
      channel: fillText(channel, on, 'channel'),
    }),
    ...(operation !== undefined && {
      operation: fillText(operation, on, 'operation'),
    }),
    ...(talk.server && { server: serverOf(talk.server, on) }),
    ...(protocol !== undefined && { protocol }),
    ...(credentials && { authentication: credentials }),
    action,
  };
}

function serverOf(
  { name, variables }: NonNullable<CallAsyncApiTask['with']['server']>,
  on: Evaluation,
): AsyncApiEffect['server'] {
  return {
    name: fillText(name, on, 'server.name'),
    variables: fillObject(variables, on, 'server.variables'),
  };
}
