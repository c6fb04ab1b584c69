import type { Operation } from './Operation';
import { abortWorkflow } from './operations/instances/abortWorkflow';
import { addNode } from './operations/canvas/addNode';
import { cancelInstance } from './operations/acting/cancelInstance';
import { cancelJob } from './operations/jobs/cancelJob';
import { compareInstances } from './operations/instances/compareInstances';
import { completeTask } from './operations/acting/completeTask';
import { createWebhook } from './operations/webhooks/createWebhook';
import { createWorkflow } from './operations/workflows/createWorkflow';
import { decideApproval } from './operations/approvals/decideApproval';
import { deleteInstance } from './operations/instances/deleteInstance';
import { deleteWebhook } from './operations/webhooks/deleteWebhook';
import { deleteWorkflow } from './operations/workflows/deleteWorkflow';
import { dryRunWorkflow } from './operations/running/dryRunWorkflow';
import { executeTask } from './operations/running/executeTask';
import { executeWorkflow } from './operations/workflows/executeWorkflow';
import { failTask } from './operations/acting/failTask';
import { getApproval } from './operations/approvals/getApproval';
import { getHealth } from './operations/server/getHealth';
import { getInstance } from './operations/instances/getInstance';
import { getInstanceById } from './operations/instances/getInstanceById';
import { getInstanceEvents } from './operations/instances/getInstanceEvents';
import { getInstanceHistory } from './operations/instances/getInstanceHistory';
import { getInstanceLogs } from './operations/instances/getInstanceLogs';
import { getInstances } from './operations/instances/getInstances';
import { getJob } from './operations/jobs/getJob';
import { getNodeInput } from './operations/canvas/getNodeInput';
import { getNodeOutput } from './operations/canvas/getNodeOutput';
import { getPayload } from './operations/instances/getPayload';
import { getProgress } from './operations/instances/getProgress';
import { getServerInfo } from './operations/server/getServerInfo';
import { getStageHistory } from './operations/tasks/getStageHistory';
import { getTaskHistory } from './operations/tasks/getTaskHistory';
import { getTaskRun } from './operations/tasks/getTaskRun';
import { getTrigger } from './operations/triggers/getTrigger';
import { getWebhook } from './operations/webhooks/getWebhook';
import { getWorkflow } from './operations/workflows/getWorkflow';
import { getWorkflowCanvas } from './operations/canvas/getWorkflowCanvas';
import { getWorkflowGraph } from './operations/workflows/getWorkflowGraph';
import { getWorkflowInputSchemaById } from './operations/workflows/getWorkflowInputSchemaById';
import { getWorkflowInstances } from './operations/instances/getWorkflowInstances';
import { getWorkflowLogById } from './operations/instances/getWorkflowLogById';
import { getWorkflowOverviewById } from './operations/workflows/getWorkflowOverviewById';
import { getWorkflowSourceById } from './operations/workflows/getWorkflowSourceById';
import { getWorkflowStatuses } from './operations/instances/getWorkflowStatuses';
import { getWorkflowsOverview } from './operations/workflows/getWorkflowsOverview';
import { getWorkflowsOverviewForEntity } from './operations/workflows/getWorkflowsOverviewForEntity';
import { listApprovals } from './operations/approvals/listApprovals';
import { listDeliveries } from './operations/webhooks/listDeliveries';
import { listInstances } from './operations/instances/listInstances';
import { listJobs } from './operations/jobs/listJobs';
import { listNodeTemplates } from './operations/canvas/listNodeTemplates';
import { listOccurrences } from './operations/triggers/listOccurrences';
import { listTaskRuns } from './operations/tasks/listTaskRuns';
import { listTriggers } from './operations/triggers/listTriggers';
import { listWebhooks } from './operations/webhooks/listWebhooks';
import { listWorkflowVersions } from './operations/workflows/listWorkflowVersions';
import { listWorkflows } from './operations/workflows/listWorkflows';
import { moveNode } from './operations/canvas/moveNode';
import { patchWorkflow } from './operations/workflows/patchWorkflow';
import { pauseJob } from './operations/jobs/pauseJob';
import { pauseTrigger } from './operations/triggers/pauseTrigger';
import { pingWorkflowServiceById } from './operations/workflows/pingWorkflowServiceById';
import { previewBulkJob } from './operations/jobs/previewBulkJob';
import { publishEvent } from './operations/events/publishEvent';
import { redeliver } from './operations/webhooks/redeliver';
import { removeNode } from './operations/canvas/removeNode';
import { rerunInstance } from './operations/acting/rerunInstance';
import { resumeInstance } from './operations/acting/resumeInstance';
import { resumeJob } from './operations/jobs/resumeJob';
import { resumeTrigger } from './operations/triggers/resumeTrigger';
import { retriggerInstance } from './operations/instances/retriggerInstance';
import { retryInstance } from './operations/acting/retryInstance';
import { retryTask } from './operations/acting/retryTask';
import { sendEvent } from './operations/events/sendEvent';
import { skipTask } from './operations/acting/skipTask';
import { startBulkJob } from './operations/jobs/startBulkJob';
import { streamEvents } from './operations/events/streamEvents';
import { streamInstance } from './operations/instances/streamInstance';
import { suspendInstance } from './operations/acting/suspendInstance';
import { testTrigger } from './operations/triggers/testTrigger';
import { testWebhook } from './operations/webhooks/testWebhook';
import { updateNode } from './operations/canvas/updateNode';
import { updateWebhook } from './operations/webhooks/updateWebhook';
import { updateWorkflow } from './operations/workflows/updateWorkflow';
import { validateWorkflow } from './operations/workflows/validateWorkflow';
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
