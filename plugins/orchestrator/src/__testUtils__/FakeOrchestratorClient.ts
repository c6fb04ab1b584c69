import type {
  ExecuteWorkflowRequest,
  WatchItem,
  WatchOptions,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OrchestratorClient } from '../api/OrchestratorClient';
import { FakeApprovals } from './FakeApprovals';
import type { FakeActRequest, FakeContent } from './FakeContent';
import { FakeInstances } from './FakeInstances';
import { FakeJobs } from './FakeJobs';
import { FakeTrials } from './FakeTrials';
import { FakeTriggers } from './FakeTriggers';
import { FakeWebhooks } from './FakeWebhooks';
import { FakeWorkflows } from './FakeWorkflows';
import type { InstanceLog } from './InstanceLog';

export type { Execute, FakeContent, FakeWorkflow } from './FakeContent';

type Operation<Name extends keyof OrchestratorClient> =
  OrchestratorClient[Name];

/** The orchestrator's API over logs in memory: it answers and streams as the server does. What it answers is each family's. */
export class FakeOrchestratorClient implements OrchestratorClient {
  readonly executed: ExecuteWorkflowRequest[] = [];
  readonly logs: InstanceLog[];
  readonly approvals: FakeApprovals;
  readonly webhooks: FakeWebhooks;
  readonly jobs: FakeJobs;
  readonly trials: FakeTrials;
  /** Thrown by all that reads, while it is set. */
  outage: Error | undefined;
  readonly #content: FakeContent;
  readonly #workflows: FakeWorkflows;
  readonly #instances: FakeInstances;
  readonly #triggers: FakeTriggers;

  constructor(content: FakeContent) {
    this.#content = content;
    this.logs = [...(content.logs ?? [])];
    this.approvals = new FakeApprovals(content.approvals ?? []);
    this.webhooks = new FakeWebhooks(content.webhooks ?? []);
    this.trials = new FakeTrials(content);
    this.#triggers = new FakeTriggers(content);
    this.#workflows = new FakeWorkflows(content, this.logs);
    this.#instances = new FakeInstances(content, this.logs, this.#workflows);
    this.jobs = new FakeJobs(content.jobs ?? [], this.#instances);
  }

  /** What was asked of instances and tasks, in order. The log is the test's to go on. */
  get acts() {
    return this.#instances.acts;
  }

  getWorkflowsOverview: Operation<'getWorkflowsOverview'> = (request = {}) =>
    this.#read(() => this.#workflows.overviews(request));

  getWorkflowsOverviewForEntity: Operation<'getWorkflowsOverviewForEntity'> = (
    request = {},
  ) => this.#read(() => this.#workflows.overviewsForEntity(request));

  getWorkflow: Operation<'getWorkflow'> = ({ workflowId, version }) =>
    this.#read(() => this.#workflows.get(workflowId, version));

  getWorkflowSourceById: Operation<'getWorkflowSourceById'> = request =>
    this.#read(async () => {
      const { workflowId, version } = request;
      const { source = '' } = await this.#workflows.get(workflowId, version);
      return source;
    });

  getWorkflowGraph: Operation<'getWorkflowGraph'> = request =>
    this.#read(() => this.#workflows.graph(request));

  listWorkflowVersions: Operation<'listWorkflowVersions'> = ({ workflowId }) =>
    this.#read(() => ({ items: [...this.#workflows.versions(workflowId)] }));

  getWorkflowOverviewById: Operation<'getWorkflowOverviewById'> = ({
    workflowId,
  }) => this.#read(() => this.#workflows.overview(workflowId));

  async executeWorkflow(request: ExecuteWorkflowRequest) {
    this.executed.push(request);
    const execute = this.#content.execute ?? (async () => 'new-instance');
    return { id: await execute(request) };
  }

  getWorkflowInstances: Operation<'getWorkflowInstances'> = (request = {}) =>
    this.#read(() => this.#instances.search(request));

  listInstances: Operation<'listInstances'> = (request = {}) =>
    this.#read(() => this.#instances.list(request));

  getInstance: Operation<'getInstance'> = ({ instanceId }) =>
    this.#read(() => this.#instances.state(instanceId));

  getInstanceHistory: Operation<'getInstanceHistory'> = request =>
    this.#read(() => this.#instances.history(request));

  getTaskHistory: Operation<'getTaskHistory'> = request =>
    this.#read(() => this.#instances.taskHistory(request));

  listTaskRuns: Operation<'listTaskRuns'> = request =>
    this.#read(() => this.#instances.taskRuns(request));

  getTaskRun: Operation<'getTaskRun'> = request =>
    this.#read(() => this.#instances.taskRun(request));

  getInstanceLogs: Operation<'getInstanceLogs'> = request =>
    this.#read(() => this.#instances.lines(request));

  compareInstances: Operation<'compareInstances'> = request =>
    this.#read(() => this.#instances.compare(request));

  dryRunWorkflow: Operation<'dryRunWorkflow'> = request =>
    this.trials.dryRun(request);

  executeTask: Operation<'executeTask'> = request =>
    this.trials.executeTask(request);

  getPayload: Operation<'getPayload'> = ({ ref }) =>
    this.#read(() => this.#instances.payload(ref));

  async *watchInstance(
    instanceId: string,
    options: WatchOptions = {},
  ): AsyncGenerator<WatchItem, void, void> {
    if (this.outage) throw this.outage;
    yield* this.#instances.watch(instanceId, options);
  }

  suspendInstance = this.#act('suspend');
  resumeInstance = this.#act('resume');
  cancelInstance = this.#act('cancel');
  retryInstance = this.#act('retry');
  retryTask = this.#act('retryTask');
  skipTask = this.#act('skipTask');
  completeTask = this.#act('completeTask');
  failTask = this.#act('failTask');

  async sendEvent(request: FakeActRequest & { id: string; source: string }) {
    await this.#instances.act('sendEvent', request);
    const { id, source } = request;
    return { id, source, outcome: 'accepted' as const };
  }

  async rerunInstance(request: FakeActRequest) {
    await this.#instances.act('rerun', request);
    return { id: 'new-instance' };
  }

  listTriggers: Operation<'listTriggers'> = (request = {}) =>
    this.#read(() => this.#triggers.list(request));

  listOccurrences: Operation<'listOccurrences'> = () =>
    this.#read(() => this.#triggers.occurrences());

  pauseTrigger: Operation<'pauseTrigger'> = async ({ triggerId }) =>
    this.#triggers.switch(triggerId, false);

  resumeTrigger: Operation<'resumeTrigger'> = async ({ triggerId }) =>
    this.#triggers.switch(triggerId, true);

  testTrigger: Operation<'testTrigger'> = async () => ({ id: 'new-instance' });

  listApprovals: Operation<'listApprovals'> = (request = {}) =>
    this.#read(() => this.approvals.list(request));

  getApproval: Operation<'getApproval'> = ({ approvalId }) =>
    this.#read(() => this.approvals.get(approvalId));

  decideApproval: Operation<'decideApproval'> = request =>
    this.approvals.decide(request);

  listWebhooks: Operation<'listWebhooks'> = () =>
    this.#read(() => this.webhooks.list());

  getWebhook: Operation<'getWebhook'> = ({ webhookId }) =>
    this.#read(() => this.webhooks.get(webhookId));

  createWebhook: Operation<'createWebhook'> = request =>
    this.webhooks.create(request);

  updateWebhook: Operation<'updateWebhook'> = ({ webhookId, ...change }) =>
    this.webhooks.update(webhookId, change);

  deleteWebhook: Operation<'deleteWebhook'> = ({ webhookId }) =>
    this.webhooks.delete(webhookId);

  testWebhook: Operation<'testWebhook'> = async ({ webhookId }) =>
    this.webhooks.test(webhookId);

  listDeliveries: Operation<'listDeliveries'> = request =>
    this.#read(() => this.webhooks.listDeliveries(request));

  redeliver: Operation<'redeliver'> = async ({ deliveryId }) =>
    this.webhooks.redeliver(deliveryId);

  previewBulkJob: Operation<'previewBulkJob'> = request =>
    this.#read(() => this.jobs.preview(request));

  startBulkJob: Operation<'startBulkJob'> = async request =>
    this.jobs.start(request);

  listJobs: Operation<'listJobs'> = () => this.#read(() => this.jobs.list());

  getJob: Operation<'getJob'> = request =>
    this.#read(() => this.jobs.get(request));

  pauseJob: Operation<'pauseJob'> = ({ jobId }) =>
    this.jobs.change(jobId, 'paused');

  resumeJob: Operation<'resumeJob'> = ({ jobId }) =>
    this.jobs.change(jobId, 'running');

  cancelJob: Operation<'cancelJob'> = ({ jobId }) =>
    this.jobs.change(jobId, 'cancelled');

  #act(act: string) {
    return (request: FakeActRequest) => this.#instances.act(act, request);
  }

  async #read<T>(answer: () => T | Promise<T>): Promise<T> {
    if (this.outage) throw this.outage;
    return answer();
  }
}
