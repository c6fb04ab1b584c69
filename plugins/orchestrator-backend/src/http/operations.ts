import type { Operation } from './Operation';
import { abortWorkflow } from './operations/abortWorkflow';
import { addNode } from './operations/addNode';
import { cancelInstance } from './operations/cancelInstance';
import { cancelJob } from './operations/cancelJob';
import { compareInstances } from './operations/compareInstances';
import { completeTask } from './operations/completeTask';
import { createWebhook } from './operations/createWebhook';
import { createWorkflow } from './operations/createWorkflow';
import { decideApproval } from './operations/decideApproval';
import { deleteInstance } from './operations/deleteInstance';
import { deleteWebhook } from './operations/deleteWebhook';
import { deleteWorkflow } from './operations/deleteWorkflow';
import { dryRunWorkflow } from './operations/dryRunWorkflow';
import { executeTask } from './operations/executeTask';
import { executeWorkflow } from './operations/executeWorkflow';
import { failTask } from './operations/failTask';
import { getApproval } from './operations/getApproval';
import { getHealth } from './operations/getHealth';
import { getInstance } from './operations/getInstance';
import { getInstanceById } from './operations/getInstanceById';
import { getInstanceEvents } from './operations/getInstanceEvents';
import { getInstanceHistory } from './operations/getInstanceHistory';
import { getInstanceLogs } from './operations/getInstanceLogs';
import { getInstances } from './operations/getInstances';
import { getJob } from './operations/getJob';
import { getNodeInput } from './operations/getNodeInput';
import { getNodeOutput } from './operations/getNodeOutput';
import { getPayload } from './operations/getPayload';
import { getProgress } from './operations/getProgress';
import { getServerInfo } from './operations/getServerInfo';
import { getStageHistory } from './operations/getStageHistory';
import { getTaskHistory } from './operations/getTaskHistory';
import { getTaskRun } from './operations/getTaskRun';
import { getTrigger } from './operations/getTrigger';
import { getWebhook } from './operations/getWebhook';
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
import { listApprovals } from './operations/listApprovals';
import { listDeliveries } from './operations/listDeliveries';
import { listInstances } from './operations/listInstances';
import { listJobs } from './operations/listJobs';
import { listNodeTemplates } from './operations/listNodeTemplates';
import { listOccurrences } from './operations/listOccurrences';
import { listTaskRuns } from './operations/listTaskRuns';
import { listTriggers } from './operations/listTriggers';
import { listWebhooks } from './operations/listWebhooks';
import { listWorkflowVersions } from './operations/listWorkflowVersions';
import { listWorkflows } from './operations/listWorkflows';
import { moveNode } from './operations/moveNode';
import { patchWorkflow } from './operations/patchWorkflow';
import { pauseJob } from './operations/pauseJob';
import { pauseTrigger } from './operations/pauseTrigger';
import { pingWorkflowServiceById } from './operations/pingWorkflowServiceById';
import { previewBulkJob } from './operations/previewBulkJob';
import { publishEvent } from './operations/publishEvent';
import { redeliver } from './operations/redeliver';
import { removeNode } from './operations/removeNode';
import { rerunInstance } from './operations/rerunInstance';
import { resumeInstance } from './operations/resumeInstance';
import { resumeJob } from './operations/resumeJob';
import { resumeTrigger } from './operations/resumeTrigger';
import { retriggerInstance } from './operations/retriggerInstance';
import { retryInstance } from './operations/retryInstance';
import { retryTask } from './operations/retryTask';
import { sendEvent } from './operations/sendEvent';
import { skipTask } from './operations/skipTask';
import { startBulkJob } from './operations/startBulkJob';
import { streamEvents } from './operations/streamEvents';
import { streamInstance } from './operations/streamInstance';
import { suspendInstance } from './operations/suspendInstance';
import { testTrigger } from './operations/testTrigger';
import { testWebhook } from './operations/testWebhook';
import { updateNode } from './operations/updateNode';
import { updateWebhook } from './operations/updateWebhook';
import { updateWorkflow } from './operations/updateWorkflow';
import { validateWorkflow } from './operations/validateWorkflow';
import type { OperationId } from './OrchestratorEndpoints';

/** What serves each operation of the contract. */
export const operations: { readonly [Id in OperationId]: Operation<Id> } = {
  abortWorkflow,
  addNode,
  cancelInstance,
  cancelJob,
  compareInstances,
  completeTask,
  createWebhook,
  createWorkflow,
  decideApproval,
  deleteInstance,
  deleteWebhook,
  deleteWorkflow,
  dryRunWorkflow,
  executeTask,
  executeWorkflow,
  failTask,
  getApproval,
  getHealth,
  getInstance,
  getInstanceById,
  getInstanceEvents,
  getInstanceHistory,
  getInstanceLogs,
  getInstances,
  getJob,
  getNodeInput,
  getNodeOutput,
  getPayload,
  getProgress,
  getServerInfo,
  getStageHistory,
  getTaskHistory,
  getTaskRun,
  getTrigger,
  getWebhook,
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
  listApprovals,
  listDeliveries,
  listInstances,
  listJobs,
  listNodeTemplates,
  listOccurrences,
  listTaskRuns,
  listTriggers,
  listWebhooks,
  listWorkflowVersions,
  listWorkflows,
  moveNode,
  patchWorkflow,
  pauseJob,
  pauseTrigger,
  pingWorkflowServiceById,
  previewBulkJob,
  publishEvent,
  redeliver,
  removeNode,
  rerunInstance,
  resumeInstance,
  resumeJob,
  resumeTrigger,
  retriggerInstance,
  retryInstance,
  retryTask,
  sendEvent,
  skipTask,
  startBulkJob,
  streamEvents,
  streamInstance,
  suspendInstance,
  testTrigger,
  testWebhook,
  updateNode,
  updateWebhook,
  updateWorkflow,
  validateWorkflow,
};
