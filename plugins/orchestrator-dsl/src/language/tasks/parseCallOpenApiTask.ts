import { parseAuthentication } from '../authentication/parseAuthentication';
import { parseExternalResource } from '../parseEndpoint';
import { parseObjectTemplate, parseTextTemplate } from '../parseExpression';
import type { CallOpenApiTask } from '../WorkflowDefinition';
import { readResponseOptions } from './parseCallHttpTask';
import type { TaskParser } from './TaskParser';

/** DSL reference, "OpenAPI Call". @internal */
export const parseCallOpenApiTask: TaskParser<CallOpenApiTask> = (
  task,
  base,
  scope,
) => ({
  ...base,
  kind: 'call',
  call: 'openapi',
  with: task.required('with', node =>
    node.object(request => ({
      document: request.required('document', document =>
        parseExternalResource(document, scope),
      ),
      operationId: request.required('operationId', id =>
        parseTextTemplate(id, scope),
      ),
      parameters: request.optional('parameters', parameters =>
        parseObjectTemplate(parameters, scope),
      ),
      authentication: request.optional('authentication', authentication =>
        parseAuthentication(authentication, scope),
      ),
      ...readResponseOptions(request),
    })),
  ),
});
