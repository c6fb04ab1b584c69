import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  orchestratorInstanceAdminViewPermission,
  RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from './Caller';
import { orchestratorWorkflowResourceRef } from './workflowPermissionRules';
import type { WorkflowScope } from './WorkflowScope';

/** A permission on workflows. */
export type WorkflowPermission = ResourcePermission<
  typeof RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW
>;

/** What the deployment's permission policy lets callers do. */
export class CallerPermissions {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  constructor(options: {
    readonly permissions: PermissionsService;
    /** The orchestrator's rules must be registered in it. */
    readonly registry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.registry;
  }

  /** For which workflows the caller has the permission. */
  async scopeOf(
    permission: WorkflowPermission,
    { credentials }: Caller,
  ): Promise<WorkflowScope> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'all' };
      case AuthorizeResult.DENY:
        return { kind: 'none' };
      default: {
        const rules = this.#registry.getPermissionRuleset(
          orchestratorWorkflowResourceRef,
        );
        const criteriaOf = createConditionTransformer(rules);
        return { kind: 'some', criteria: criteriaOf(decision.conditions) };
      }
    }
  }

  /** Whether the caller may see what others have started. Services may. */
  async canSeeRunsOfOthers({ kind, credentials }: Caller): Promise<boolean> {
    if (kind === 'service') return true;
    return this.isAllowed(orchestratorInstanceAdminViewPermission, {
      credentials,
    });
  }

  /** Whether the caller has a permission that is about nothing in particular. */
  async isAllowed(
    permission: BasicPermission,
    { credentials }: Pick<Caller, 'credentials'>,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }
}
