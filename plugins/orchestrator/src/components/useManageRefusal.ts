import { usePermission } from '@backstage/plugin-permission-react';
import { orchestratorWorkflowManagePermission } from '@stagecraft/backstage-plugin-orchestrator-common';

/** Whether the person may manage workflows and webhooks. */
export interface ManageRefusal {
  readonly isLoading: boolean;
  /** Why not, naming the permission; undefined when nothing speaks against it, and while that is not known yet. */
  readonly reason?: string;
}

/** Asks whether the person may manage workflows and webhooks. */
export function useManageRefusal(): ManageRefusal {
  const { allowed, loading } = usePermission({
    permission: orchestratorWorkflowManagePermission,
  });
  const { name } = orchestratorWorkflowManagePermission;
  return {
    isLoading: loading,
    ...(!allowed && !loading && { reason: `You need the permission ${name}` }),
  };
}
