import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import { json, Router } from 'express';
import { answerErrors } from './answerErrors';
import type { OperationContext } from './Operation';
import { abortWorkflow } from './operations/abortWorkflow';
import { executeWorkflow } from './operations/executeWorkflow';
import { getInstance } from './operations/getInstance';
import { getInstanceById } from './operations/getInstanceById';
import { getInstanceHistory } from './operations/getInstanceHistory';
import { getInstances } from './operations/getInstances';
import { getPayload } from './operations/getPayload';
import { getWorkflow } from './operations/getWorkflow';
import { getWorkflowInputSchemaById } from './operations/getWorkflowInputSchemaById';
import { getWorkflowInstances } from './operations/getWorkflowInstances';
import { getWorkflowLogById } from './operations/getWorkflowLogById';
import { getWorkflowOverviewById } from './operations/getWorkflowOverviewById';
import { getWorkflowSourceById } from './operations/getWorkflowSourceById';
import { getWorkflowStatuses } from './operations/getWorkflowStatuses';
import { getWorkflowsOverview } from './operations/getWorkflowsOverview';
import { getWorkflowsOverviewForEntity } from './operations/getWorkflowsOverviewForEntity';
import { pingWorkflowServiceById } from './operations/pingWorkflowServiceById';
import { retriggerInstance } from './operations/retriggerInstance';
import { streamInstance } from './operations/streamInstance';
import type { OrchestratorEndpoints } from './OrchestratorEndpoints';
import { readRequestFaults } from './readRequestFaults';
import { refuseUnreadable } from './refuseUnreadable';

/** @see {@link createRouter} */
export interface RouterOptions extends OperationContext {
  readonly logger: LoggerService;
  readonly maxBodyBytes: number;
  /** Whether answers that break the contract become errors. */
  readonly validateResponses: boolean;
}

const requestChecks = {
  allErrors: true,
  allowUnknownQueryParameters: false,
  coerceTypes: false,
} as const;

/** The operations of the contract, each at its path. Requests are checked against the contract before they get there. */
export function createRouter({
  logger,
  maxBodyBytes,
  validateResponses,
  ...context
}: RouterOptions): Router {
  const outer = Router();
  outer.use(json({ limit: maxBodyBytes }), refuseUnreadable);
  outer.use(createOperationsRouter(context, validateResponses));
  outer.use(req => {
    throw new NotFoundError(
      `There is no ${req.method} ${req.path}; the contract is at /openapi.json`,
    );
  });
  outer.use(readRequestFaults, answerErrors(logger));
  return outer;
}

/** Backstage's router makes the same error of all that goes wrong before an operation, so bodies are read before it. */
function createOperationsRouter(
  context: OperationContext,
  validateResponses: boolean,
): Router {
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<OrchestratorEndpoints>(
      openApiSpec,
      {
        validatorOptions: {
          validateRequests: { ...requestChecks },
          validateResponses,
        },
      },
    );
  // Paths with a fixed word come before those that take anything in its place.
  router.post('/v2/workflows/overview', getWorkflowsOverview(context));
  router.post(
    '/v2/workflows/overview/entity',
    getWorkflowsOverviewForEntity(context),
  );
  router.post('/v2/workflows/instances', getInstances(context));
  router.get('/v2/workflows/instances/statuses', getWorkflowStatuses(context));
  router.get('/v2/workflows/instances/:instanceId', getInstanceById(context));
  router.get(
    '/v2/workflows/instances/:instanceId/logs',
    getWorkflowLogById(context),
  );
  router.delete(
    '/v2/workflows/instances/:instanceId/abort',
    abortWorkflow(context),
  );
  router.get('/v2/workflows/:workflowId', getWorkflow(context));
  router.get(
    '/v2/workflows/:workflowId/overview',
    getWorkflowOverviewById(context),
  );
  router.get(
    '/v2/workflows/:workflowId/source',
    getWorkflowSourceById(context),
  );
  router.get(
    '/v2/workflows/:workflowId/inputSchema',
    getWorkflowInputSchemaById(context),
  );
  router.get(
    '/v2/workflows/:workflowId/pingWorkflowService',
    pingWorkflowServiceById(context),
  );
  router.post('/v2/workflows/:workflowId/execute', executeWorkflow(context));
  router.post(
    '/v2/workflows/:workflowId/instances',
    getWorkflowInstances(context),
  );
  router.post(
    '/v2/workflows/:workflowId/:instanceId/retrigger',
    retriggerInstance(context),
  );
  router.get('/v2/instances/:instanceId', getInstance(context));
  router.get('/v2/instances/:instanceId/history', getInstanceHistory(context));
  router.get('/v2/instances/:instanceId/payloads/:ref', getPayload(context));
  router.get(
    '/v2/instances/:instanceId/events/stream',
    streamInstance(context),
  );
  return router;
}
