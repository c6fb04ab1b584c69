import { usePermission } from '@backstage/plugin-permission-react';
import { orchestratorWorkflowUsePermission } from '@stagecraft/backstage-plugin-orchestrator-common';

/** Why the person may not run the workflow, naming the permission; undefined when nothing speaks against it. */
export function useRunRefusal(workflowId: string): string | undefined {
  const { allowed, loading } = usePermission({
    permission: orchestratorWorkflowUsePermission,
    resourceRef: workflowId,
  });
  return allowed || loading
    ? undefined
    : `You need the permission ${orchestratorWorkflowUsePermission.name}`;
}
