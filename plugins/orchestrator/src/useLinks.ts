import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  instanceRouteRef,
  instancesRouteRef,
  runWorkflowRouteRef,
  workflowRouteRef,
  workflowsRouteRef,
} from './routes';

/** Addresses of the plugin's pages, wherever the portal has mounted them. */
export interface Links {
  readonly workflows: () => string;
  readonly workflow: (workflowId: string) => string;
  readonly run: (workflowId: string) => string;
  /** The run form, filled in as it was for an instance. */
  readonly rerun: (workflowId: string, instanceId: string) => string;
  readonly instances: () => string;
  readonly instance: (instanceId: string) => string;
}

/**
 * The addresses of the plugin's pages.
 *
 * @throws {Error} a page is switched off in the app's configuration, so that its links lead nowhere
 */
export function useLinks(): Links {
  const workflows = mounted(useRouteRef(workflowsRouteRef), 'workflows');
  const workflow = mounted(useRouteRef(workflowRouteRef), 'workflows');
  const run = mounted(useRouteRef(runWorkflowRouteRef), 'workflows');
  const instances = mounted(useRouteRef(instancesRouteRef), 'instances');
  const instance = mounted(useRouteRef(instanceRouteRef), 'instances');
  return {
    workflows: () => workflows(),
    workflow: workflowId => workflow({ workflowId }),
    run: workflowId => run({ workflowId }),
    rerun: (workflowId, instanceId) =>
      `${run({ workflowId })}?from=${encodeURIComponent(instanceId)}`,
    instances: () => instances(),
    instance: instanceId => instance({ instanceId }),
  };
}

function mounted<T>(route: T | undefined, page: string): T {
  if (route) return route;
  throw new Error(
    `The page "sub-page:orchestrator/${page}" is not mounted; enable it in app.extensions`,
  );
}
