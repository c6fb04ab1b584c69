import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createOrchestratorInstanceConditionalDecision,
  createOrchestratorWorkflowConditionalDecision,
  orchestratorInstanceConditions,
  orchestratorWorkflowConditions,
} from '@stagecraft/backstage-plugin-orchestrator-backend';
import {
  orchestratorInstanceActPermission,
  orchestratorInstanceReadPermission,
  orchestratorPermissions,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';

const platformTeam = 'group:default/platform-team';

/** The platform team may do everything; others run what is meant for them, and look after what runs for their own entities. */
class ExamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const isOrchestrators = orchestratorPermissions.some(
      ({ name }) => name === permission.name,
    );
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (!isOrchestrators || claims.includes(platformTeam)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, orchestratorWorkflowPermission)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, orchestratorWorkflowUsePermission)) {
      return createOrchestratorWorkflowConditionalDecision(permission, {
        not: orchestratorWorkflowConditions.isAllowedWorkflowId({
          workflowIds: ['decommission-database'],
        }),
      });
    }
    if (
      isPermission(permission, orchestratorInstanceReadPermission) ||
      isPermission(permission, orchestratorInstanceActPermission)
    ) {
      return createOrchestratorInstanceConditionalDecision(permission, {
        anyOf: [orchestratorInstanceConditions.isOwnerOfEntity({ claims })],
      });
    }
    return { result: AuthorizeResult.DENY };
  }
}

/** Add it in `packages/backend/src/index.ts`, in place of the policy that allows everything. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'example-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new ExamplePolicy());
      },
    });
  },
});
