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
  | 'completeTask'
  | 'decideApproval'
  | 'executeWorkflow'
  | 'failTask'
  | 'getApproval'
  | 'getInstance'
  | 'getInstanceHistory'
  | 'getPayload'
  | 'getTaskHistory'
  | 'getWorkflow'
  | 'getWorkflowGraph'
  | 'getWorkflowInstances'
  | 'getWorkflowOverviewById'
  | 'getWorkflowSourceById'
  | 'getWorkflowsOverview'
  | 'listApprovals'
  | 'listInstances'
  | 'listOccurrences'
  | 'listTriggers'
  | 'pauseTrigger'
  | 'rerunInstance'
  | 'resumeInstance'
  | 'resumeTrigger'
  | 'retryInstance'
  | 'retryTask'
  | 'sendEvent'
  | 'skipTask'
  | 'suspendInstance'
  | 'testTrigger'
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
