import { A2A_METHODS } from '../../protocols';
import { parseEndpoint, parseExternalResource } from '../parseEndpoint';
import { parseObjectTemplate } from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { CallA2aTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "A2A Call". @internal */
export const parseCallA2aTask: TaskParser<CallA2aTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'a2a',
  with: task.required('with', node =>
    node.object(request => readRequest(request, scope)),
  ),
});

function readRequest(
  request: ObjectReader,
  scope: ParseScope,
): CallA2aTask['with'] {
  request.atLeastOne(['agentCard', 'server']);
  return {
    agentCard: request.optional('agentCard', card =>
      parseExternalResource(card, scope),
    ),
    server: request.optional('server', server => parseEndpoint(server, scope)),
    method: request.required('method', method => method.oneOf(A2A_METHODS)),
    parameters: request.optional('parameters', parameters =>
      parseObjectTemplate(parameters, scope),
    ),
  };
}
