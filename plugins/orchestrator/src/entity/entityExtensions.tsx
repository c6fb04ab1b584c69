import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityWorkflowsRouteRef } from '../routes';
import { hasWorkflows } from './workflowsAnnotation';

/** The card of an entity that names workflows; `filter` in the app's configuration shows it for others. */
export const entityWorkflowsCard = EntityCardBlueprint.make({
  name: 'workflows',
  params: {
    type: 'info',
    filter: hasWorkflows,
    loader: () =>
      import('./EntityWorkflowsCard').then(({ EntityWorkflowsCard }) => (
        <EntityWorkflowsCard />
      )),
  },
});

/** The tab of an entity that names workflows; `filter` in the app's configuration shows it for others. */
export const entityWorkflowsTab = EntityContentBlueprint.make({
  name: 'workflows',
  params: {
    path: 'workflows',
    title: 'Workflows',
    routeRef: entityWorkflowsRouteRef,
    filter: hasWorkflows,
    loader: () =>
      import('./EntityWorkflowsTab').then(({ EntityWorkflowsTab }) => (
        <EntityWorkflowsTab />
      )),
  },
});
