import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
  RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { orchestratorWorkflowConditions } from '../service/access/workflowPermissionRules';

type Rule = boolean | readonly string[];

/** Those of others: all, none, or those of which the conditions hold. */
type InstanceRule = boolean | PermissionCriteria<PermissionCondition>;

/** What a user may do: all, nothing, or with these workflows only. */
export interface Grants {
  readonly read?: Rule;
  readonly use?: Rule;
  readonly manage?: boolean;
  readonly seeOthers?: boolean;
  readonly seeValues?: boolean;
  readonly readInstances?: InstanceRule;
  readonly actOnInstances?: InstanceRule;
}

const grantOf: { readonly [permission: string]: keyof Grants } = {
  'orchestrator.workflow': 'read',
  'orchestrator.workflow.use': 'use',
  'orchestrator.workflow.manage': 'manage',
  'orchestrator.instanceAdminView': 'seeOthers',
  'orchestrator.workflowAdminView': 'seeValues',
  'orchestrator.instance.read': 'readInstances',
  'orchestrator.instance.act': 'actOnInstances',
};

/** A permission policy that is told what each user may do. Services may do everything, as with Backstage's own. */
export class PolicyOfTests implements PermissionsService {
  readonly #grants = new Map<string, Grants>();

  /** Replaces what the user may do. */
  grant(userRef: string, grants: Grants): void {
    this.#grants.set(userRef, grants);
  }

  async authorize(
    requests: Parameters<PermissionsService['authorize']>[0],
    { credentials }: Parameters<PermissionsService['authorize']>[1],
  ) {
    return requests.map(({ permission }) => {
      const { result } = this.#decide(permission, credentials);
      if (result === AuthorizeResult.CONDITIONAL) {
        throw new Error(`${permission.name} must be asked for conditionally`);
      }
      return { result };
    });
  }

  async authorizeConditional(
    requests: Parameters<PermissionsService['authorizeConditional']>[0],
    { credentials }: Parameters<PermissionsService['authorizeConditional']>[1],
  ) {
    return requests.map(({ permission }) =>
      this.#decide(permission, credentials),
    );
  }

  #decide(
    permission: Permission,
    { principal }: BackstageCredentials,
  ): PolicyDecision {
    const ref = userRefOf(principal);
    const rule =
      ref === undefined || this.#grants.get(ref)?.[grantOf[permission.name]];
    if (!rule) return { result: AuthorizeResult.DENY };
    if (rule === true) return { result: AuthorizeResult.ALLOW };
    return isListOfIds(rule) ? onWorkflows(rule) : onInstances(rule);
  }
}

function isListOfIds(
  rule: readonly string[] | object,
): rule is readonly string[] {
  return Array.isArray(rule);
}

function onWorkflows(workflowIds: readonly string[]): PolicyDecision {
  const { isAllowedWorkflowId } = orchestratorWorkflowConditions;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'orchestrator',
    resourceType: RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
    conditions: {
      anyOf: [isAllowedWorkflowId({ workflowIds: [...workflowIds] })],
    },
  };
}

function onInstances(
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'orchestrator',
    resourceType: RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
    conditions,
  };
}

function userRefOf(principal: unknown): string | undefined {
  const isUser =
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal;
  return isUser ? String(principal.userEntityRef) : undefined;
}
