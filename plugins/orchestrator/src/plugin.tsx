import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { orchestratorApi } from './api/OrchestratorClient';
import {
  approvalsRouteRef,
  instancesRouteRef,
  rootRouteRef,
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

/**
 * The orchestrator's pages: workflows, run form, instances, live instance page, approvals.
 *
 * @public
 */
export const orchestratorPlugin = createFrontendPlugin({
  pluginId: 'orchestrator',
  title: 'Orchestrator',
  icon: <RiFlowChart fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [page, workflows, instances, approvals, orchestratorApi],
});
