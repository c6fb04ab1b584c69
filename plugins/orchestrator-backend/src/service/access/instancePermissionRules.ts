import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ORCHESTRATOR_INSTANCE } from '@stagecraft/backstage-plugin-orchestrator-common';
import { z } from 'zod';

/** What a rule decides about. @public */
export interface InstanceResource {
  readonly workflowId: string;
  readonly initiator?: string;
  /** The entity that it was started for. */
  readonly targetEntity?: string;
  /** Entity refs of those who own that entity, as the catalog says now. */
  readonly owners: readonly string[];
}

/** What a rule says of the instances that it allows. @public */
export type InstanceCondition =
  | { readonly kind: 'initiator'; readonly claims: readonly string[] }
  | { readonly kind: 'owner'; readonly claims: readonly string[] }
  | { readonly kind: 'workflow'; readonly workflowIds: readonly string[] };

/** The resource type of permissions on instances, for policies and for the registry. @public */
export const orchestratorInstanceResourceRef = createPermissionResourceRef<
  InstanceResource,
  InstanceCondition
>().with({
  pluginId: 'orchestrator',
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
});

const claims = z
  .array(z.string())
  .describe('Entity refs, such as the ownership refs of the user');

const isInitiator = createPermissionRule({
  name: 'IS_INITIATOR',
  description: 'Allows instances that one of the claims has started',
  resourceRef: orchestratorInstanceResourceRef,
  paramsSchema: z.object({ claims }),
  apply: ({ initiator }, params) =>
    initiator !== undefined && params.claims.includes(initiator),
  toQuery: params => ({ kind: 'initiator', claims: params.claims }),
});

const isOwnerOfEntity = createPermissionRule({
  name: 'IS_OWNER_OF_ENTITY',
  description:
    'Allows instances that were started for an entity which one of the claims owns, or is',
  resourceRef: orchestratorInstanceResourceRef,
  paramsSchema: z.object({ claims }),
  apply: ({ targetEntity, owners }, params) =>
    [targetEntity, ...owners].some(
      ref => ref !== undefined && params.claims.includes(ref),
    ),
  toQuery: params => ({ kind: 'owner', claims: params.claims }),
});

const hasWorkflowId = createPermissionRule({
  name: 'HAS_WORKFLOW_ID',
  description: 'Allows instances of workflows, by the ids of these',
  resourceRef: orchestratorInstanceResourceRef,
  paramsSchema: z.object({
    workflowIds: z.array(z.string()).describe('Ids of the workflows'),
  }),
  apply: ({ workflowId }, { workflowIds }) => workflowIds.includes(workflowId),
  toQuery: ({ workflowIds }) => ({ kind: 'workflow', workflowIds }),
});

/** All rules on instances. */
export const instancePermissionRules = {
  isInitiator,
  isOwnerOfEntity,
  hasWorkflowId,
};

const conditionExports = createConditionExports({
  resourceRef: orchestratorInstanceResourceRef,
  rules: instancePermissionRules,
});

/**
 * The conditions of decisions, e.g. `orchestratorInstanceConditions.isOwnerOfEntity({ claims })`.
 *
 * @public
 */
export const orchestratorInstanceConditions = conditionExports.conditions;

/**
 * Makes a permission policy's decision of conditions.
 *
 * @public
 */
export const createOrchestratorInstanceConditionalDecision =
  conditionExports.createConditionalDecision;
