import type { CallOpenApiTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { OpenApiEffect } from '../../effects';
import { fillObject, fillText } from '../../fillAs';
import { resourceOf } from '../../resources';
import type { CallEffect } from './CallEffect';

/** DSL reference, "OpenAPI Call". */
export const openApiCall: CallEffect<CallOpenApiTask, OpenApiEffect> = (
  { with: operation },
  { base, on, credentials },
) => ({
  ...base,
  kind: 'openapi',
  document: resourceOf(operation.document, on),
  operationId: fillText(operation.operationId, on, 'operationId'),
  parameters: fillObject(operation.parameters, on, 'parameters'),
  ...(credentials && { authentication: credentials }),
  output: operation.output,
  redirect: operation.redirect,
});
