import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Router, type RequestHandler } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerErrors } from './errors/answerErrors';
import type { OperationContext } from './Operation';
import type { RateLimit } from './limits/RateLimit';
import { readBody } from './requests/readBody';
import { readRequestFaults } from './checks/readRequestFaults';
import { refuseUnacceptable } from './checks/refuseUnacceptable';
import { refuseUnreadable } from './checks/refuseUnreadable';
import {
  refuseWhenOutdated,
  type KnownTables,
} from './checks/refuseWhenOutdated';
import { routesOf } from './routesOf';

/** @see {@link createRouter} */
export interface RouterOptions extends OperationContext {
  readonly logger: LoggerService;
  readonly maxBodyBytes: number;
  readonly tables: KnownTables;
  /** Default: no limit. */
  readonly rateLimit?: RateLimit;
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
  tables,
  rateLimit,
  validateResponses,
  ...context
}: RouterOptions): Router {
  const outer = Router();
  if (rateLimit) outer.use(rateLimit.requests);
  outer.use(refuseUnacceptable, readBody(maxBodyBytes), refuseUnreadable);
  outer.use(
    exceptHead(createOperationsRouter(context, tables, validateResponses)),
  );
  outer.use(req => {
    throw new NotFoundError(
      `There is no ${req.method} ${req.path}; the contract is at /openapi.json`,
    );
  });
  outer.use(readRequestFaults, answerErrors(logger));
  return outer;
}

/** Express would answer HEAD as it answers GET, but the contract's checks do not: requests would come in unchecked. */
function exceptHead(handler: RequestHandler): RequestHandler {
  return (req, res, next) =>
    req.method === 'HEAD' ? next() : handler(req, res, next);
}

/** Backstage's router makes the same error of all that goes wrong before an operation, so bodies are read before it. */
function createOperationsRouter(
  context: OperationContext,
  tables: KnownTables,
  validateResponses: boolean,
): Router {
  const router = createValidatedOpenApiRouter(openApiSpec, {
    validatorOptions: {
      validateRequests: { ...requestChecks },
      validateResponses,
    },
  });
  const routes = PromiseRouter();
  for (const route of routesOf(openApiSpec)) {
    const { verb, path, operation } = route;
    routes[verb](path, refuseWhenOutdated(route, tables), operation(context));
  }
  router.use(routes);
  return router;
}
