import type { RequestHandler } from 'express';
import type { OperationId } from '../OrchestratorEndpoints';
import type { Route } from '../routesOf';

/** Whether the process knows the tables of its database. */
export interface KnownTables {
  /** @throws {@link EngineError} `STORE_UNAVAILABLE`, with what there is to do, when it does not */
  requireKnown(): Promise<void>;
}

/** Operations that change nothing, although they are asked for with a body. */
const READING: ReadonlySet<OperationId> = new Set<OperationId>([
  'dryRunWorkflow',
  'getInstances',
  'getWorkflowInstances',
  'getWorkflowsOverview',
  'getWorkflowsOverviewForEntity',
  'previewBulkJob',
  'validateWorkflow',
]);

/**
 * Refuses what would write to a database that a newer version has migrated: what this process would write may not fit. What only
 * reads is served as long as it can be.
 */
export function refuseWhenOutdated(
  { verb, operationId }: Pick<Route, 'verb' | 'operationId'>,
  tables: KnownTables,
): RequestHandler {
  if (verb === 'get' || READING.has(operationId)) {
    return (_req, _res, next) => next();
  }
  return (_req, _res, next) => {
    tables.requireKnown().then(() => next(), next);
  };
}
