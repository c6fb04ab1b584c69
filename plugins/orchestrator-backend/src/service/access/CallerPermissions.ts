import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type ConditionalPolicyDecision,
  type PermissionCriteria,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  orchestratorInstanceActPermission,
  orchestratorInstanceAdminViewPermission,
  orchestratorInstanceReadPermission,
  orchestratorWorkflowAdminViewPermission,
  RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
  RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Caller } from '../Caller';
import type { EntityOwnership } from './EntityOwnership';
import {
  orchestratorInstanceResourceRef,
  type InstanceCondition,
} from './instancePermissionRules';
import {
  scopeOfCriteria,
  type InstanceScope,
  type InstanceTraits,
} from './InstanceScope';
import { orchestratorWorkflowResourceRef } from './workflowPermissionRules';
import type { WorkflowScope } from './WorkflowScope';

/** A permission on workflows. */
export type WorkflowPermission = ResourcePermission<
  typeof RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW
>;

type InstancePermission = ResourcePermission<
  typeof RESOURCE_TYPE_ORCHESTRATOR_INSTANCE
>;

/**
 * What the deployment's permission policy lets callers do.
 *
 * With instances callers may do what they may do with the workflow when they have started them, services and those with
 * `orchestrator.instanceAdminView` with all of them, others with those that the policy allows besides.
 */
export class CallerPermissions {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;
  readonly #ownership: EntityOwnership;

  constructor(options: {
    readonly permissions: PermissionsService;
    /** The orchestrator's rules must be registered in it. */
    readonly registry: PermissionsRegistryService;
    readonly ownership: EntityOwnership;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.registry;
    this.#ownership = options.ownership;
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
        const ref = orchestratorWorkflowResourceRef;
        return { kind: 'some', criteria: this.#criteriaOf(decision, ref) };
      }
    }
  }

  /** Which instances the caller may see, of workflows that they may read. */
  async visibleInstances(caller: Caller): Promise<InstanceScope> {
    return this.#instances(orchestratorInstanceReadPermission, caller);
  }

  /** On which instances the caller may act, of those that they see and whose workflows they may use. */
  async actableInstances(caller: Caller): Promise<InstanceScope> {
    return this.#instances(orchestratorInstanceActPermission, caller);
  }

  /** Whether the caller may see the values of an instance that they may see: services and its initiator may. */
  async canSeeValues(
    { initiator }: Pick<InstanceTraits, 'initiator'>,
    caller: Caller,
  ): Promise<boolean> {
    if (caller.kind === 'service' || initiator === caller.ref) return true;
    return this.isAllowed(orchestratorWorkflowAdminViewPermission, caller);
  }

  /** The values of which instances the caller may see, as {@link CallerPermissions.canSeeValues} has it. */
  async valuesSeenBy(
    caller: Caller,
  ): Promise<(instance: Pick<InstanceTraits, 'initiator'>) => boolean> {
    const isAllowed = await this.canSeeValues({}, caller);
    return ({ initiator }) => isAllowed || initiator === caller.ref;
  }

  /** Whether the caller may see what all others have started. Services may. */
  async canSeeRunsOfOthers(caller: Caller): Promise<boolean> {
    if (caller.kind === 'service') return true;
    return this.isAllowed(orchestratorInstanceAdminViewPermission, caller);
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

  async #instances(
    permission: InstancePermission,
    caller: Caller,
  ): Promise<InstanceScope> {
    if (caller.kind === 'service') return { kind: 'all' };
    const { credentials } = caller;
    const [isAdmin, [decision]] = await Promise.all([
      this.canSeeRunsOfOthers(caller),
      this.#permissions.authorizeConditional([{ permission }], { credentials }),
    ]);
    if (isAdmin) return { kind: 'all' };
    const isOwn: InstanceCondition = {
      kind: 'initiator',
      claims: [caller.ref],
    };
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'all' };
      case AuthorizeResult.DENY:
        return scopeOfCriteria(isOwn, this.#ownership);
      default: {
        const ref = orchestratorInstanceResourceRef;
        const allowed = this.#criteriaOf(decision, ref);
        return scopeOfCriteria({ anyOf: [isOwn, allowed] }, this.#ownership);
      }
    }
  }

  #criteriaOf<Resource, Condition>(
    { conditions }: ConditionalPolicyDecision,
    resourceRef: PermissionResourceRef<Resource, Condition>,
  ): PermissionCriteria<Condition> {
    const rules = this.#registry.getPermissionRuleset(resourceRef);
    return createConditionTransformer(rules)(conditions);
  }
}
