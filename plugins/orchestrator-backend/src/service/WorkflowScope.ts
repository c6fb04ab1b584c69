import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { InstanceFilter } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowCondition } from './workflowPermissionRules';

/** The workflows for which somebody has a permission. */
export type WorkflowScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'some';
      readonly criteria: PermissionCriteria<WorkflowCondition>;
    };

/** Whether the workflow is one of them. */
export function isInScope(scope: WorkflowScope, workflowId: string): boolean {
  if (scope.kind !== 'some') return scope.kind === 'all';
  return holds(scope.criteria, workflowId);
}

/** The condition on instances that their workflow is one of them; `undefined` when all are. */
export function instancesInScope(
  scope: WorkflowScope,
): InstanceFilter | undefined {
  switch (scope.kind) {
    case 'all':
      return undefined;
    case 'none':
      return { kind: 'or', filters: [] };
    default:
      return filterOf(scope.criteria);
  }
}

function holds(
  criteria: PermissionCriteria<WorkflowCondition>,
  workflowId: string,
): boolean {
  const holdsHere = (inner: PermissionCriteria<WorkflowCondition>) =>
    holds(inner, workflowId);
  if (isAndCriteria(criteria)) return criteria.allOf.every(holdsHere);
  if (isOrCriteria(criteria)) return criteria.anyOf.some(holdsHere);
  if (isNotCriteria(criteria)) return !holdsHere(criteria.not);
  return criteria.workflowIds.includes(workflowId);
}

function filterOf(
  criteria: PermissionCriteria<WorkflowCondition>,
): InstanceFilter {
  if (isAndCriteria(criteria)) {
    return { kind: 'and', filters: criteria.allOf.map(filterOf) };
  }
  if (isOrCriteria(criteria)) {
    return { kind: 'or', filters: criteria.anyOf.map(filterOf) };
  }
  if (isNotCriteria(criteria)) {
    return { kind: 'not', filter: filterOf(criteria.not) };
  }
  return { kind: 'in', field: 'workflowId', values: criteria.workflowIds };
}
