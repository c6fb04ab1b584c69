import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  browserTabs,
  OrchestratorApi,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/**
 * What the pages need of the orchestrator's API. It is their only door to the backend.
 *
 * @public
 */
export type OrchestratorClient = Pick<
  OrchestratorApi,
  | 'cancelInstance'
  | 'cancelJob'
  | 'compareInstances'
  | 'completeTask'
  | 'createWebhook'
  | 'decideApproval'
  | 'deleteWebhook'
  | 'dryRunWorkflow'
  | 'executeTask'
  | 'executeWorkflow'
  | 'failTask'
  | 'getApproval'
  | 'getInstance'
  | 'getInstanceHistory'
  | 'getInstanceLogs'
  | 'getJob'
  | 'getPayload'
  | 'getTaskHistory'
  | 'getTaskRun'
  | 'getWebhook'
  | 'getWorkflow'
  | 'getWorkflowGraph'
  | 'getWorkflowInstances'
  | 'getWorkflowOverviewById'
  | 'getWorkflowSourceById'
  | 'getWorkflowsOverview'
  | 'getWorkflowsOverviewForEntity'
  | 'listApprovals'
  | 'listDeliveries'
  | 'listInstances'
  | 'listJobs'
  | 'listOccurrences'
  | 'listTaskRuns'
  | 'listTriggers'
  | 'listWebhooks'
  | 'listWorkflowVersions'
  | 'pauseJob'
  | 'pauseTrigger'
  | 'previewBulkJob'
  | 'redeliver'
  | 'rerunInstance'
  | 'resumeInstance'
  | 'resumeJob'
  | 'resumeTrigger'
  | 'retryInstance'
  | 'retryTask'
  | 'sendEvent'
  | 'skipTask'
  | 'startBulkJob'
  | 'suspendInstance'
  | 'testTrigger'
  | 'testWebhook'
  | 'updateWebhook'
  | 'watchInstance'
>;

/**
 * The orchestrator's API, for other plugins' pages too.
 *
 * @public
 */
export const orchestratorApiRef = createApiRef<OrchestratorClient>({
  id: 'plugin.orchestrator.client',
});

/** Talks to the backend as the user who is signed in; all tabs of the browser share one live stream. */
export const orchestratorApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: orchestratorApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new OrchestratorApi({ discoveryApi, fetchApi, tabs: browserTabs() }),
    }),
});
