import {
  useRouteRef,
  type AnyRouteRefParams,
  type RouteFunc,
  type RouteRef,
  type SubRouteRef,
} from '@backstage/frontend-plugin-api';
import {
  instanceRouteRef,
  instancesRouteRef,
  jobRouteRef,
  jobsRouteRef,
  runWorkflowRouteRef,
  webhookRouteRef,
  webhooksRouteRef,
  workflowRouteRef,
  workflowsRouteRef,
} from './routes';

/** Addresses of the plugin's pages, wherever the portal has mounted them. */
export interface Links {
  readonly workflows: () => string;
  readonly workflow: (workflowId: string) => string;
  /** What has changed between two versions of a workflow, each named by its version or hash. */
  readonly versions: (workflowId: string, a: string, b: string) => string;
  readonly run: (workflowId: string) => string;
  /** The run form, for a catalog entity. */
  readonly runFor: (workflowId: string, entityRef: string) => string;
  /** The run form, filled in as it was for an instance. */
  readonly rerun: (workflowId: string, instanceId: string) => string;
  readonly instances: () => string;
  readonly instance: (instanceId: string) => string;
  /** Two runs side by side; without the second it is chosen there. */
  readonly compare: (a: string, b?: string) => string;
  readonly jobs: () => string;
  readonly job: (jobId: string) => string;
  readonly webhooks: () => string;
  readonly newWebhook: () => string;
  readonly webhook: (webhookId: string) => string;
}

/** The addresses of the plugin's pages. To ask for one that is switched off in the app's configuration is an error. */
export function useLinks(): Links {
  const workflows = usePage(workflowsRouteRef, 'workflows');
  const workflow = usePage(workflowRouteRef, 'workflows');
  const run = usePage(runWorkflowRouteRef, 'workflows');
  const instances = usePage(instancesRouteRef, 'instances');
  const instance = usePage(instanceRouteRef, 'instances');
  const jobs = usePage(jobsRouteRef, 'jobs');
  const job = usePage(jobRouteRef, 'jobs');
  const webhooks = usePage(webhooksRouteRef, 'webhooks');
  const webhook = usePage(webhookRouteRef, 'webhooks');
  return {
    workflows: () => workflows(),
    workflow: workflowId => workflow({ workflowId }),
    versions: (workflowId, a, b) =>
      `${workflow({ workflowId })}?${new URLSearchParams({
        tab: 'versions',
        a,
        b,
      })}`,
    run: workflowId => run({ workflowId }),
    runFor: (workflowId, entityRef) =>
      `${run({ workflowId })}?entity=${encodeURIComponent(entityRef)}`,
    rerun: (workflowId, instanceId) =>
      `${run({ workflowId })}?from=${encodeURIComponent(instanceId)}`,
    instances: () => instances(),
    instance: instanceId => instance({ instanceId }),
    compare: (a, b = '') =>
      `${instance({ instanceId: 'compare' })}?${new URLSearchParams({ a, b })}`,
    jobs: () => jobs(),
    job: jobId => job({ jobId }),
    webhooks: () => webhooks(),
    newWebhook: () => webhook({ webhookId: 'new' }),
    webhook: webhookId => webhook({ webhookId }),
  };
}

/**
 * The addresses of one page.
 *
 * @throws {Error} when an address of it is asked for and the page is not mounted, so that the link would lead nowhere
 */
function usePage<Params extends AnyRouteRefParams>(
  ref: RouteRef<Params> | SubRouteRef<Params>,
  page: string,
): RouteFunc<Params> {
  const route = useRouteRef(ref);
  return (...params) => {
    if (route) return route(...params);
    throw new Error(
      `The page "sub-page:orchestrator/${page}" is not mounted; enable it in app.extensions`,
    );
  };
}
