import type { Operation } from './Operation';
import { abortWorkflow } from './operations/abortWorkflow';
import { addNode } from './operations/addNode';
import { cancelInstance } from './operations/cancelInstance';
import { compareInstances } from './operations/compareInstances';
import { completeTask } from './operations/completeTask';
import { createWorkflow } from './operations/createWorkflow';
import { deleteInstance } from './operations/deleteInstance';
import { deleteWorkflow } from './operations/deleteWorkflow';
import { dryRunWorkflow } from './operations/dryRunWorkflow';
import { executeTask } from './operations/executeTask';
import { executeWorkflow } from './operations/executeWorkflow';
import { failTask } from './operations/failTask';
import { getHealth } from './operations/getHealth';
import { getInstance } from './operations/getInstance';
import { getInstanceById } from './operations/getInstanceById';
import { getInstanceHistory } from './operations/getInstanceHistory';
import { getInstanceLogs } from './operations/getInstanceLogs';
import { getInstances } from './operations/getInstances';
import { getNodeInput } from './operations/getNodeInput';
import { getNodeOutput } from './operations/getNodeOutput';
import { getPayload } from './operations/getPayload';
import { getProgress } from './operations/getProgress';
import { getServerInfo } from './operations/getServerInfo';
import { getStageHistory } from './operations/getStageHistory';
import { getTaskHistory } from './operations/getTaskHistory';
import { getTaskRun } from './operations/getTaskRun';
import { getWorkflow } from './operations/getWorkflow';
import { getWorkflowCanvas } from './operations/getWorkflowCanvas';
import { getWorkflowGraph } from './operations/getWorkflowGraph';
import { getWorkflowInputSchemaById } from './operations/getWorkflowInputSchemaById';
import { getWorkflowInstances } from './operations/getWorkflowInstances';
import { getWorkflowLogById } from './operations/getWorkflowLogById';
import { getWorkflowOverviewById } from './operations/getWorkflowOverviewById';
import { getWorkflowSourceById } from './operations/getWorkflowSourceById';
import { getWorkflowStatuses } from './operations/getWorkflowStatuses';
import { getWorkflowsOverview } from './operations/getWorkflowsOverview';
import { getWorkflowsOverviewForEntity } from './operations/getWorkflowsOverviewForEntity';
import { listInstances } from './operations/listInstances';
import { listNodeTemplates } from './operations/listNodeTemplates';
import { listOccurrences } from './operations/listOccurrences';
import { listTaskRuns } from './operations/listTaskRuns';
import { listTriggers } from './operations/listTriggers';
import { listWorkflowVersions } from './operations/listWorkflowVersions';
import { listWorkflows } from './operations/listWorkflows';
import { moveNode } from './operations/moveNode';
import { patchWorkflow } from './operations/patchWorkflow';
import { pauseTrigger } from './operations/pauseTrigger';
import { pingWorkflowServiceById } from './operations/pingWorkflowServiceById';
import { publishEvent } from './operations/publishEvent';
import { removeNode } from './operations/removeNode';
import { rerunInstance } from './operations/rerunInstance';
import { resumeInstance } from './operations/resumeInstance';
import { resumeTrigger } from './operations/resumeTrigger';
import { retriggerInstance } from './operations/retriggerInstance';
import { retryInstance } from './operations/retryInstance';
import { retryTask } from './operations/retryTask';
import { sendEvent } from './operations/sendEvent';
import { skipTask } from './operations/skipTask';
import { streamEvents } from './operations/streamEvents';
import { streamInstance } from './operations/streamInstance';
import { suspendInstance } from './operations/suspendInstance';
import { testTrigger } from './operations/testTrigger';
import { updateNode } from './operations/updateNode';
import { updateWorkflow } from './operations/updateWorkflow';
import { validateWorkflow } from './operations/validateWorkflow';
import type { OperationId } from './OrchestratorEndpoints';

/** What serves each operation of the contract. */
export const operations: { readonly [Id in OperationId]: Operation<Id> } = {
  abortWorkflow,
  addNode,
  cancelInstance,
  compareInstances,
  completeTask,
  createWorkflow,
  deleteInstance,
  deleteWorkflow,
  dryRunWorkflow,
  executeTask,
  executeWorkflow,
  failTask,
  getHealth,
  getInstance,
  getInstanceById,
  getInstanceHistory,
  getInstanceLogs,
  getInstances,
  getNodeInput,
  getNodeOutput,
  getPayload,
  getProgress,
  getServerInfo,
  getStageHistory,
  getTaskHistory,
  getTaskRun,
  getWorkflow,
  getWorkflowCanvas,
  getWorkflowGraph,
  getWorkflowInputSchemaById,
  getWorkflowInstances,
  getWorkflowLogById,
  getWorkflowOverviewById,
  getWorkflowSourceById,
  getWorkflowStatuses,
  getWorkflowsOverview,
  getWorkflowsOverviewForEntity,
  listInstances,
  listNodeTemplates,
  listOccurrences,
  listTaskRuns,
  listTriggers,
  listWorkflowVersions,
  listWorkflows,
  moveNode,
  patchWorkflow,
  pauseTrigger,
  pingWorkflowServiceById,
  publishEvent,
  removeNode,
  rerunInstance,
  resumeInstance,
  resumeTrigger,
  retriggerInstance,
  retryInstance,
  retryTask,
  sendEvent,
  skipTask,
  streamEvents,
  streamInstance,
  suspendInstance,
  testTrigger,
  updateNode,
  updateWorkflow,
  validateWorkflow,
};
