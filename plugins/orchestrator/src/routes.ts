import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The plugin's mount point, `/orchestrator` by default. */
export const rootRouteRef = createRouteRef();

/** The workflows list. */
export const workflowsRouteRef = createRouteRef();

/** One workflow. */
export const workflowRouteRef = createSubRouteRef({
  parent: workflowsRouteRef,
  path: '/:workflowId',
});

/** The run form of one workflow. */
export const runWorkflowRouteRef = createSubRouteRef({
  parent: workflowsRouteRef,
  path: '/:workflowId/run',
});

/** What people are asked. */
export const approvalsRouteRef = createRouteRef();

/** The instances list. */
export const instancesRouteRef = createRouteRef();

/** One instance. */
export const instanceRouteRef = createSubRouteRef({
  parent: instancesRouteRef,
  path: '/:instanceId',
});

/** Where events are sent to. */
export const webhooksRouteRef = createRouteRef();

/** One webhook. */
export const webhookRouteRef = createSubRouteRef({
  parent: webhooksRouteRef,
  path: '/:webhookId',
});

/** What is done with many instances. */
export const jobsRouteRef = createRouteRef();

/** One job. */
export const jobRouteRef = createSubRouteRef({
  parent: jobsRouteRef,
  path: '/:jobId',
});

/** The workflows of a catalog entity, on its page. */
export const entityWorkflowsRouteRef = createRouteRef();
