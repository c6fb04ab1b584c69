import {
  createPermissionResourceRef,
  createPermissionRule,
  createConditionExports,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW } from '@stagecraft/backstage-plugin-orchestrator-common';
import { z } from 'zod';

/** What a rule decides about. @public */
export interface WorkflowResource {
  readonly workflowId: string;
}

/** What a rule says of the workflows that it allows. @public */
export interface WorkflowCondition {
  readonly workflowIds: readonly string[];
}

/** The resource type of permissions on workflows, for policies and for the registry. @public */
export const orchestratorWorkflowResourceRef = createPermissionResourceRef<
  WorkflowResource,
  WorkflowCondition
>().with({
  pluginId: 'orchestrator',
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
});

const isAllowedWorkflowId = createPermissionRule({
  name: 'IS_ALLOWED_WORKFLOW_ID',
  description: 'Allows workflows by their ids',
  resourceRef: orchestratorWorkflowResourceRef,
  paramsSchema: z.object({
    workflowIds: z.array(z.string()).describe('Ids of the workflows'),
  }),
  apply: ({ workflowId }, { workflowIds }) => workflowIds.includes(workflowId),
  toQuery: ({ workflowIds }) => ({ workflowIds }),
});

/** All rules on workflows. */
export const workflowPermissionRules = { isAllowedWorkflowId };

const conditionExports = createConditionExports({
  resourceRef: orchestratorWorkflowResourceRef,
  rules: workflowPermissionRules,
});

/**
 * The conditions of decisions, e.g. `orchestratorWorkflowConditions.isAllowedWorkflowId({ workflowIds })`.
 *
 * @public
 */
export const orchestratorWorkflowConditions = conditionExports.conditions;

/**
 * Makes a permission policy's decision of conditions.
 *
 * @public
 */
export const createOrchestratorWorkflowConditionalDecision =
  conditionExports.createConditionalDecision;
