// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
import { ApiConnection, type CallOptions } from '../../ApiConnection';
import { type CancelInstanceRequest, type CompleteTaskOperationRequest, type FailTaskOperationRequest, type RerunInstanceRequest, type ResumeInstanceRequest, type RetryInstanceRequest, type RetryTaskRequest, type SkipTaskRequest, type SuspendInstanceRequest, ActingApi } from './apis/ActingApi';
import { type DecideApprovalRequest, type GetApprovalRequest, type ListApprovalsRequest, ApprovalsApi } from './apis/ApprovalsApi';
import { type AddNodeOperationRequest, type GetNodeInputRequest, type GetNodeOutputRequest, type GetWorkflowCanvasRequest, type MoveNodeOperationRequest, type RemoveNodeRequest, type UpdateNodeOperationRequest, CanvasApi } from './apis/CanvasApi';
import { type PublishEventRequest, type SendEventRequest, EventsApi } from './apis/EventsApi';
import { type AbortWorkflowRequest, type CompareInstancesRequest, type DeleteInstanceRequest, type GetInstanceByIdRequest, type GetInstanceEventsRequest, type GetInstanceLogsRequest, type GetProgressRequest, type GetWorkflowLogByIdRequest, type ListInstancesRequest, InstancesApi } from './apis/InstancesApi';
import { type CancelJobRequest, type GetJobRequest, type ListJobsRequest, type PauseJobRequest, type ResumeJobRequest, type StartBulkJobRequest, JobsApi } from './apis/JobsApi';
import { type DryRunWorkflowRequest, type ExecuteTaskOperationRequest, RunningApi } from './apis/RunningApi';
import { ServerApi } from './apis/ServerApi';
import { type GetStageHistoryRequest, type GetTaskHistoryRequest, type GetTaskRunRequest, type ListTaskRunsRequest, TasksApi } from './apis/TasksApi';
import { type GetTriggerRequest, type ListOccurrencesRequest, type ListTriggersRequest, type PauseTriggerRequest, type ResumeTriggerRequest, type TestTriggerRequest, TriggersApi } from './apis/TriggersApi';
import { type DeleteWebhookRequest, type GetWebhookRequest, type ListDeliveriesRequest, type RedeliverRequest, type TestWebhookRequest, type UpdateWebhookOperationRequest, WebhooksApi } from './apis/WebhooksApi';
import { type CreateWorkflowRequest, type DeleteWorkflowRequest, type GetWorkflowRequest, type GetWorkflowGraphRequest, type GetWorkflowInputSchemaByIdRequest, type GetWorkflowOverviewByIdRequest, type GetWorkflowSourceByIdRequest, type ListWorkflowVersionsRequest, type ListWorkflowsRequest, type PatchWorkflowRequest, type PingWorkflowServiceByIdRequest, type UpdateWorkflowRequest, type ValidateWorkflowRequest, WorkflowsApi } from './apis/WorkflowsApi';
import type { SearchRequest, WorkflowOverviewListResultDTO, WorkflowOverviewDTO, WorkflowsOverviewForEntityRequest, InputSchemaResponseDTO, ExecuteWorkflowResponseDTO, ProcessInstanceListResultDTO, ProcessInstanceDTO, WorkflowRunStatusDTO, WorkflowLogsResponse, WorkflowDetails, EventPage, WorkflowPage, WorkflowPatch, DefinitionVersionPage, ValidationResult, WorkflowGraph, DryRunRequest, DryRunResult, ExecuteTaskRequest, TaskTestResult, InstancePage, InstanceSummary, LogPage, InstanceProgress, TaskRunPage, TaskRun, InstanceComparison, ReasonRequest, CancelRequest, RetryRequest, RerunRequest, CompleteTaskRequest, FailTaskRequest, CloudEvent, EventReceipt, BulkPreview, BulkRequest, Job, JobPage, JobWithItems, WorkflowCanvas, AddNodeRequest, UpdateNodeRequest, MoveNodeRequest, NodeTemplateList, Approval, ApprovalPage, ApprovalDecisionRequest, Trigger, TriggerList, OccurrencePage, Webhook, CreatedWebhook, WebhookList, CreateWebhookRequest, UpdateWebhookRequest, Delivery, DeliveryPage, ServerInfo, Health } from './models';

/** A method for each operation of the contract that needs nothing beyond passing the request on. @public */
export class OperationsClient extends ApiConnection {
  /** List and search workflows. */
  async listWorkflows(request: ListWorkflowsRequest = {}, options?: CallOptions): Promise<WorkflowPage> {
    return this.call(options, (to, init) => new WorkflowsApi(to).listWorkflows(request, init));
  }

  /** Create a workflow. */
  async createWorkflow(request: CreateWorkflowRequest, options?: CallOptions): Promise<WorkflowDetails> {
    return this.call(options, (to, init) => new WorkflowsApi(to).createWorkflow(request, init));
  }

  /** Check a definition. */
  async validateWorkflow(request: ValidateWorkflowRequest, options?: CallOptions): Promise<ValidationResult> {
    return this.call(options, (to, init) => new WorkflowsApi(to).validateWorkflow(request, init));
  }

  /** List workflows. */
  async getWorkflowsOverview(request: SearchRequest = {}, options?: CallOptions): Promise<WorkflowOverviewListResultDTO> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowsOverview({ searchRequest: request }, init));
  }

  /** List the workflows of a catalog entity. */
  async getWorkflowsOverviewForEntity(request: WorkflowsOverviewForEntityRequest = {}, options?: CallOptions): Promise<WorkflowOverviewListResultDTO> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowsOverviewForEntity({ workflowsOverviewForEntityRequest: request }, init));
  }

  /** Get a workflow's definition. */
  async getWorkflow(request: GetWorkflowRequest, options?: CallOptions): Promise<WorkflowDetails> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflow(request, init));
  }

  /** Replace a workflow's definition. */
  async updateWorkflow(request: UpdateWorkflowRequest, options?: CallOptions): Promise<WorkflowDetails> {
    return this.call(options, (to, init) => new WorkflowsApi(to).updateWorkflow(request, init));
  }

  /** Change what is said about a workflow. */
  async patchWorkflow(request: Omit<PatchWorkflowRequest, 'workflowPatch'> & WorkflowPatch, options?: CallOptions): Promise<WorkflowDetails> {
    const { workflowId, ifMatch, ...workflowPatch } = request;
    return this.call(options, (to, init) => new WorkflowsApi(to).patchWorkflow({ workflowId, ifMatch, workflowPatch }, init));
  }

  /** Delete a workflow. */
  async deleteWorkflow(request: DeleteWorkflowRequest, options?: CallOptions): Promise<void> {
    return this.call(options, (to, init) => new WorkflowsApi(to).deleteWorkflow(request, init));
  }

  /** List the definitions that a workflow has had. */
  async listWorkflowVersions(request: ListWorkflowVersionsRequest, options?: CallOptions): Promise<DefinitionVersionPage> {
    return this.call(options, (to, init) => new WorkflowsApi(to).listWorkflowVersions(request, init));
  }

  /** Get a workflow as a graph. */
  async getWorkflowGraph(request: GetWorkflowGraphRequest, options?: CallOptions): Promise<WorkflowGraph> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowGraph(request, init));
  }

  /** Run a workflow without effects. */
  async dryRunWorkflow(request: Omit<DryRunWorkflowRequest, 'dryRunRequest'> & DryRunRequest, options?: CallOptions): Promise<DryRunResult> {
    const { workflowId, ...dryRunRequest } = request;
    return this.call(options, (to, init) => new RunningApi(to).dryRunWorkflow({ workflowId, dryRunRequest }, init));
  }

  /** Run one task alone. */
  async executeTask(request: Omit<ExecuteTaskOperationRequest, 'executeTaskRequest'> & ExecuteTaskRequest, options?: CallOptions): Promise<TaskTestResult> {
    const { workflowId, ...executeTaskRequest } = request;
    return this.call(options, (to, init) => new RunningApi(to).executeTask({ workflowId, executeTaskRequest }, init));
  }

  /** Get one workflow's overview. */
  async getWorkflowOverviewById(request: GetWorkflowOverviewByIdRequest, options?: CallOptions): Promise<WorkflowOverviewDTO> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowOverviewById(request, init));
  }

  /** Get a workflow's source text. */
  async getWorkflowSourceById(request: GetWorkflowSourceByIdRequest, options?: CallOptions): Promise<string> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowSourceById(request, init));
  }

  /** Get the JSON Schema of a workflow's input. */
  async getWorkflowInputSchemaById(request: GetWorkflowInputSchemaByIdRequest, options?: CallOptions): Promise<InputSchemaResponseDTO> {
    return this.call(options, (to, init) => new WorkflowsApi(to).getWorkflowInputSchemaById(request, init));
  }

  /** Check that a workflow can run. */
  async pingWorkflowServiceById(request: PingWorkflowServiceByIdRequest, options?: CallOptions): Promise<boolean> {
    return this.call(options, (to, init) => new WorkflowsApi(to).pingWorkflowServiceById(request, init));
  }

  /** List instances. */
  async getInstances(request: SearchRequest = {}, options?: CallOptions): Promise<ProcessInstanceListResultDTO> {
    return this.call(options, (to, init) => new InstancesApi(to).getInstances({ searchRequest: request }, init));
  }

  /** List the states of instances. */
  async getWorkflowStatuses(options?: CallOptions): Promise<Array<WorkflowRunStatusDTO>> {
    return this.call(options, (to, init) => new InstancesApi(to).getWorkflowStatuses(init));
  }

  /** Get an instance with its nodes. */
  async getInstanceById(request: GetInstanceByIdRequest, options?: CallOptions): Promise<ProcessInstanceDTO> {
    return this.call(options, (to, init) => new InstancesApi(to).getInstanceById(request, init));
  }

  /** Get the log lines of an instance. */
  async getWorkflowLogById(request: GetWorkflowLogByIdRequest, options?: CallOptions): Promise<WorkflowLogsResponse> {
    return this.call(options, (to, init) => new InstancesApi(to).getWorkflowLogById(request, init));
  }

  /** Abort an instance. */
  async abortWorkflow(request: AbortWorkflowRequest, options?: CallOptions): Promise<string> {
    return this.call(options, (to, init) => new InstancesApi(to).abortWorkflow(request, init));
  }

  /** List and search instances. */
  async listInstances(request: ListInstancesRequest = {}, options?: CallOptions): Promise<InstancePage> {
    return this.call(options, (to, init) => new InstancesApi(to).listInstances(request, init));
  }

  /** Compare two instances. */
  async compareInstances(request: CompareInstancesRequest, options?: CallOptions): Promise<InstanceComparison> {
    return this.call(options, (to, init) => new InstancesApi(to).compareInstances(request, init));
  }

  /** Act on many instances. */
  async startBulkJob(request: Omit<StartBulkJobRequest, 'bulkRequest'> & BulkRequest, options?: CallOptions): Promise<Job> {
    const { idempotencyKey, ...bulkRequest } = request;
    return this.call(options, (to, init) => new JobsApi(to).startBulkJob({ idempotencyKey, bulkRequest }, init));
  }

  /** Tell what a job would act on. */
  async previewBulkJob(request: BulkRequest, options?: CallOptions): Promise<BulkPreview> {
    return this.call(options, (to, init) => new JobsApi(to).previewBulkJob({ bulkRequest: request }, init));
  }

  /** List jobs. */
  async listJobs(request: ListJobsRequest = {}, options?: CallOptions): Promise<JobPage> {
    return this.call(options, (to, init) => new JobsApi(to).listJobs(request, init));
  }

  /** Get a job and what became of each instance. */
  async getJob(request: GetJobRequest, options?: CallOptions): Promise<JobWithItems> {
    return this.call(options, (to, init) => new JobsApi(to).getJob(request, init));
  }

  /** Pause a job. */
  async pauseJob(request: PauseJobRequest, options?: CallOptions): Promise<Job> {
    return this.call(options, (to, init) => new JobsApi(to).pauseJob(request, init));
  }

  /** Let a job go on. */
  async resumeJob(request: ResumeJobRequest, options?: CallOptions): Promise<Job> {
    return this.call(options, (to, init) => new JobsApi(to).resumeJob(request, init));
  }

  /** Cancel a job. */
  async cancelJob(request: CancelJobRequest, options?: CallOptions): Promise<Job> {
    return this.call(options, (to, init) => new JobsApi(to).cancelJob(request, init));
  }

  /** Delete an instance that has ended. */
  async deleteInstance(request: DeleteInstanceRequest, options?: CallOptions): Promise<void> {
    return this.call(options, (to, init) => new InstancesApi(to).deleteInstance(request, init));
  }

  /** Read an instance's log lines. */
  async getInstanceLogs(request: GetInstanceLogsRequest, options?: CallOptions): Promise<LogPage> {
    return this.call(options, (to, init) => new InstancesApi(to).getInstanceLogs(request, init));
  }

  /** See how far an instance is. */
  async getProgress(request: GetProgressRequest, options?: CallOptions): Promise<InstanceProgress> {
    return this.call(options, (to, init) => new InstancesApi(to).getProgress(request, init));
  }

  /** List the task runs of an instance. */
  async listTaskRuns(request: ListTaskRunsRequest, options?: CallOptions): Promise<TaskRunPage> {
    return this.call(options, (to, init) => new TasksApi(to).listTaskRuns(request, init));
  }

  /** Get a task run with its attempts. */
  async getTaskRun(request: GetTaskRunRequest, options?: CallOptions): Promise<TaskRun> {
    return this.call(options, (to, init) => new TasksApi(to).getTaskRun(request, init));
  }

  /** Page through what happened to a task. */
  async getTaskHistory(request: GetTaskHistoryRequest, options?: CallOptions): Promise<EventPage> {
    return this.call(options, (to, init) => new TasksApi(to).getTaskHistory(request, init));
  }

  /** Page through what happened in a stage. */
  async getStageHistory(request: GetStageHistoryRequest, options?: CallOptions): Promise<EventPage> {
    return this.call(options, (to, init) => new TasksApi(to).getStageHistory(request, init));
  }

  /** Suspend an instance. */
  async suspendInstance(request: Omit<SuspendInstanceRequest, 'reasonRequest'> & ReasonRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, idempotencyKey, ...reasonRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).suspendInstance({ instanceId, idempotencyKey, reasonRequest }, init));
  }

  /** Resume a suspended instance. */
  async resumeInstance(request: Omit<ResumeInstanceRequest, 'reasonRequest'> & ReasonRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, idempotencyKey, ...reasonRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).resumeInstance({ instanceId, idempotencyKey, reasonRequest }, init));
  }

  /** Cancel an instance. */
  async cancelInstance(request: Omit<CancelInstanceRequest, 'cancelRequest'> & CancelRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, idempotencyKey, ...cancelRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).cancelInstance({ instanceId, idempotencyKey, cancelRequest }, init));
  }

  /** Retry a failed instance. */
  async retryInstance(request: Omit<RetryInstanceRequest, 'retryRequest'> & RetryRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, idempotencyKey, ...retryRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).retryInstance({ instanceId, idempotencyKey, retryRequest }, init));
  }

  /** Run the same again. */
  async rerunInstance(request: Omit<RerunInstanceRequest, 'rerunRequest'> & RerunRequest, options?: CallOptions): Promise<ExecuteWorkflowResponseDTO> {
    const { instanceId, idempotencyKey, ...rerunRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).rerunInstance({ instanceId, idempotencyKey, rerunRequest }, init));
  }

  /** Leave a task out. */
  async skipTask(request: Omit<SkipTaskRequest, 'reasonRequest'> & ReasonRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, taskRef, idempotencyKey, ...reasonRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).skipTask({ instanceId, taskRef, idempotencyKey, reasonRequest }, init));
  }

  /** Run a task again. */
  async retryTask(request: Omit<RetryTaskRequest, 'reasonRequest'> & ReasonRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, taskRef, idempotencyKey, ...reasonRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).retryTask({ instanceId, taskRef, idempotencyKey, reasonRequest }, init));
  }

  /** Complete a task by hand. */
  async completeTask(request: Omit<CompleteTaskOperationRequest, 'completeTaskRequest'> & CompleteTaskRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, taskRef, idempotencyKey, ...completeTaskRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).completeTask({ instanceId, taskRef, idempotencyKey, completeTaskRequest }, init));
  }

  /** Let a task fail. */
  async failTask(request: Omit<FailTaskOperationRequest, 'failTaskRequest'> & FailTaskRequest, options?: CallOptions): Promise<InstanceSummary> {
    const { instanceId, taskRef, idempotencyKey, ...failTaskRequest } = request;
    return this.call(options, (to, init) => new ActingApi(to).failTask({ instanceId, taskRef, idempotencyKey, failTaskRequest }, init));
  }

  /** Page through the events of an instance. */
  async getInstanceEvents(request: GetInstanceEventsRequest, options?: CallOptions): Promise<EventPage> {
    return this.call(options, (to, init) => new InstancesApi(to).getInstanceEvents(request, init));
  }

  /** Send an event to one instance. */
  async sendEvent(request: Omit<SendEventRequest, 'cloudEvent'> & CloudEvent, options?: CallOptions): Promise<EventReceipt> {
    const { instanceId, idempotencyKey, ...cloudEvent } = request;
    return this.call(options, (to, init) => new EventsApi(to).sendEvent({ instanceId, idempotencyKey, cloudEvent }, init));
  }

  /** Publish an event to all that listen. */
  async publishEvent(request: Omit<PublishEventRequest, 'cloudEvent'> & CloudEvent, options?: CallOptions): Promise<EventReceipt> {
    const { idempotencyKey, ...cloudEvent } = request;
    return this.call(options, (to, init) => new EventsApi(to).publishEvent({ idempotencyKey, cloudEvent }, init));
  }

  /** Get a workflow as a canvas. */
  async getWorkflowCanvas(request: GetWorkflowCanvasRequest, options?: CallOptions): Promise<WorkflowCanvas> {
    return this.call(options, (to, init) => new CanvasApi(to).getWorkflowCanvas(request, init));
  }

  /** Add a task. */
  async addNode(request: Omit<AddNodeOperationRequest, 'addNodeRequest'> & AddNodeRequest, options?: CallOptions): Promise<WorkflowCanvas> {
    const { workflowId, ifMatch, ...addNodeRequest } = request;
    return this.call(options, (to, init) => new CanvasApi(to).addNode({ workflowId, ifMatch, addNodeRequest }, init));
  }

  /** Change a task. */
  async updateNode(request: Omit<UpdateNodeOperationRequest, 'updateNodeRequest'> & UpdateNodeRequest, options?: CallOptions): Promise<WorkflowCanvas> {
    const { workflowId, nodeId, ifMatch, ...updateNodeRequest } = request;
    return this.call(options, (to, init) => new CanvasApi(to).updateNode({ workflowId, nodeId, ifMatch, updateNodeRequest }, init));
  }

  /** Remove a task. */
  async removeNode(request: RemoveNodeRequest, options?: CallOptions): Promise<WorkflowCanvas> {
    return this.call(options, (to, init) => new CanvasApi(to).removeNode(request, init));
  }

  /** Move a task. */
  async moveNode(request: Omit<MoveNodeOperationRequest, 'moveNodeRequest'> & MoveNodeRequest, options?: CallOptions): Promise<WorkflowCanvas> {
    const { workflowId, nodeId, ifMatch, ...moveNodeRequest } = request;
    return this.call(options, (to, init) => new CanvasApi(to).moveNode({ workflowId, nodeId, ifMatch, moveNodeRequest }, init));
  }

  /** Get the input of a task. */
  async getNodeInput(request: GetNodeInputRequest, options?: CallOptions): Promise<any> {
    return this.call(options, (to, init) => new CanvasApi(to).getNodeInput(request, init));
  }

  /** Get the output of a task. */
  async getNodeOutput(request: GetNodeOutputRequest, options?: CallOptions): Promise<any> {
    return this.call(options, (to, init) => new CanvasApi(to).getNodeOutput(request, init));
  }

  /** List what tasks there can be. */
  async listNodeTemplates(options?: CallOptions): Promise<NodeTemplateList> {
    return this.call(options, (to, init) => new CanvasApi(to).listNodeTemplates(init));
  }

  /** List what people are asked. */
  async listApprovals(request: ListApprovalsRequest = {}, options?: CallOptions): Promise<ApprovalPage> {
    return this.call(options, (to, init) => new ApprovalsApi(to).listApprovals(request, init));
  }

  /** Get an approval. */
  async getApproval(request: GetApprovalRequest, options?: CallOptions): Promise<Approval> {
    return this.call(options, (to, init) => new ApprovalsApi(to).getApproval(request, init));
  }

  /** Decide an approval. */
  async decideApproval(request: Omit<DecideApprovalRequest, 'approvalDecisionRequest'> & ApprovalDecisionRequest, options?: CallOptions): Promise<Approval> {
    const { approvalId, idempotencyKey, ...approvalDecisionRequest } = request;
    return this.call(options, (to, init) => new ApprovalsApi(to).decideApproval({ approvalId, idempotencyKey, approvalDecisionRequest }, init));
  }

  /** List what starts workflows. */
  async listTriggers(request: ListTriggersRequest = {}, options?: CallOptions): Promise<TriggerList> {
    return this.call(options, (to, init) => new TriggersApi(to).listTriggers(request, init));
  }

  /** Get a trigger. */
  async getTrigger(request: GetTriggerRequest, options?: CallOptions): Promise<Trigger> {
    return this.call(options, (to, init) => new TriggersApi(to).getTrigger(request, init));
  }

  /** Pause a trigger. */
  async pauseTrigger(request: PauseTriggerRequest, options?: CallOptions): Promise<Trigger> {
    return this.call(options, (to, init) => new TriggersApi(to).pauseTrigger(request, init));
  }

  /** Resume a paused trigger. */
  async resumeTrigger(request: ResumeTriggerRequest, options?: CallOptions): Promise<Trigger> {
    return this.call(options, (to, init) => new TriggersApi(to).resumeTrigger(request, init));
  }

  /** Run a trigger once. */
  async testTrigger(request: TestTriggerRequest, options?: CallOptions): Promise<ExecuteWorkflowResponseDTO> {
    return this.call(options, (to, init) => new TriggersApi(to).testTrigger(request, init));
  }

  /** List when a trigger has started and will start runs. */
  async listOccurrences(request: ListOccurrencesRequest, options?: CallOptions): Promise<OccurrencePage> {
    return this.call(options, (to, init) => new TriggersApi(to).listOccurrences(request, init));
  }

  /** List webhooks. */
  async listWebhooks(options?: CallOptions): Promise<WebhookList> {
    return this.call(options, (to, init) => new WebhooksApi(to).listWebhooks(init));
  }

  /** Have events sent to an address. */
  async createWebhook(request: CreateWebhookRequest, options?: CallOptions): Promise<CreatedWebhook> {
    return this.call(options, (to, init) => new WebhooksApi(to).createWebhook({ createWebhookRequest: request }, init));
  }

  /** Get a webhook. */
  async getWebhook(request: GetWebhookRequest, options?: CallOptions): Promise<Webhook> {
    return this.call(options, (to, init) => new WebhooksApi(to).getWebhook(request, init));
  }

  /** Change a webhook. */
  async updateWebhook(request: Omit<UpdateWebhookOperationRequest, 'updateWebhookRequest'> & UpdateWebhookRequest, options?: CallOptions): Promise<CreatedWebhook> {
    const { webhookId, ...updateWebhookRequest } = request;
    return this.call(options, (to, init) => new WebhooksApi(to).updateWebhook({ webhookId, updateWebhookRequest }, init));
  }

  /** Delete a webhook. */
  async deleteWebhook(request: DeleteWebhookRequest, options?: CallOptions): Promise<void> {
    return this.call(options, (to, init) => new WebhooksApi(to).deleteWebhook(request, init));
  }

  /** Send a test event. */
  async testWebhook(request: TestWebhookRequest, options?: CallOptions): Promise<Delivery> {
    return this.call(options, (to, init) => new WebhooksApi(to).testWebhook(request, init));
  }

  /** List what was sent. */
  async listDeliveries(request: ListDeliveriesRequest, options?: CallOptions): Promise<DeliveryPage> {
    return this.call(options, (to, init) => new WebhooksApi(to).listDeliveries(request, init));
  }

  /** Send something again. */
  async redeliver(request: RedeliverRequest, options?: CallOptions): Promise<Delivery> {
    return this.call(options, (to, init) => new WebhooksApi(to).redeliver(request, init));
  }

  /** See what this server is and can. */
  async getServerInfo(options?: CallOptions): Promise<ServerInfo> {
    return this.call(options, (to, init) => new ServerApi(to).getServerInfo(init));
  }

  /** See whether the orchestrator works. */
  async getHealth(options?: CallOptions): Promise<Health> {
    return this.call(options, (to, init) => new ServerApi(to).getHealth(init));
  }
}
