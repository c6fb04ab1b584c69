import type { Operation } from './Operation';
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
import type { OperationId } from './OrchestratorEndpoints';

/** What serves each operation of the contract. */
export const operations: { readonly [Id in OperationId]?: Operation<Id> } = {
  abortWorkflow,
  executeWorkflow,
  getInstance,
  getInstanceById,
  getInstanceHistory,
  getInstances,
  getPayload,
  getWorkflow,
  getWorkflowInputSchemaById,
  getWorkflowInstances,
  getWorkflowLogById,
  getWorkflowOverviewById,
  getWorkflowSourceById,
  getWorkflowStatuses,
  getWorkflowsOverview,
  getWorkflowsOverviewForEntity,
  pingWorkflowServiceById,
  retriggerInstance,
  streamInstance,
};
