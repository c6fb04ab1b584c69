import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { orchestratorApi } from './api/OrchestratorClient';
import {
  entityWorkflowsCard,
  entityWorkflowsTab,
} from './entity/entityExtensions';
import {
  approvalsRouteRef,
  instancesRouteRef,
  jobsRouteRef,
  rootRouteRef,
  webhooksRouteRef,
  workflowsRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/orchestrator',
    title: 'Orchestrator',
    icon: <RiFlowChart fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

const workflows = SubPageBlueprint.make({
  name: 'workflows',
  params: {
    path: 'workflows',
    title: 'Workflows',
    routeRef: workflowsRouteRef,
    loader: () =>
      import('./pages/WorkflowsTab').then(({ WorkflowsTab }) => (
        <WorkflowsTab />
      )),
  },
});

const instances = SubPageBlueprint.make({
  name: 'instances',
  params: {
    path: 'instances',
    title: 'Instances',
    routeRef: instancesRouteRef,
    loader: () =>
      import('./pages/InstancesTab').then(({ InstancesTab }) => (
        <InstancesTab />
      )),
  },
});

const approvals = SubPageBlueprint.make({
  name: 'approvals',
  params: {
    path: 'approvals',
    title: 'Approvals',
    routeRef: approvalsRouteRef,
    loader: () =>
      import('./pages/ApprovalsTab').then(({ ApprovalsTab }) => (
        <ApprovalsTab />
      )),
  },
});

const jobs = SubPageBlueprint.make({
  name: 'jobs',
  params: {
    path: 'jobs',
    title: 'Jobs',
    routeRef: jobsRouteRef,
    loader: () => import('./pages/JobsTab').then(({ JobsTab }) => <JobsTab />),
  },
});

const webhooks = SubPageBlueprint.make({
  name: 'webhooks',
  params: {
    path: 'webhooks',
    title: 'Webhooks',
    routeRef: webhooksRouteRef,
    loader: () =>
      import('./pages/WebhooksTab').then(({ WebhooksTab }) => <WebhooksTab />),
  },
});

/**
 * The orchestrator's pages: workflows, run form, instances, live instance page, approvals, jobs, webhooks;
 * and of catalog entities a card and a tab.
 *
 * @public
 */
export const orchestratorPlugin = createFrontendPlugin({
  pluginId: 'orchestrator',
  title: 'Orchestrator',
  icon: <RiFlowChart fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    page,
    workflows,
    instances,
    approvals,
    jobs,
    webhooks,
    orchestratorApi,
    entityWorkflowsCard,
    entityWorkflowsTab,
  ],
});
