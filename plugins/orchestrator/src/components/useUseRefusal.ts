import { usePermission } from '@backstage/plugin-permission-react';
import { orchestratorWorkflowUsePermission } from '@stagecraft/backstage-plugin-orchestrator-common';

/**
 * Why the person may not run a workflow or act on its instances, naming the permission.
 *
 * Undefined when nothing speaks against it, and while that is not known yet: the server decides in any case.
 */
export function useUseRefusal(workflowId: string): string | undefined {
  const { allowed, loading } = usePermission({
    permission: orchestratorWorkflowUsePermission,
    resourceRef: workflowId,
  });
  return allowed || loading
    ? undefined
    : `You need the permission ${orchestratorWorkflowUsePermission.name}`;
}
