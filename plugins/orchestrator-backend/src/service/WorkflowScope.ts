import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type {
  Filter,
  InstanceField,
  InstanceFilter,
  WorkflowField,
  WorkflowFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
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
  return filterOf<InstanceField>(scope, 'workflowId');
}

/** The condition on workflows that they are among them; `undefined` when all are. */
export function workflowsInScope(
  scope: WorkflowScope,
): WorkflowFilter | undefined {
  return filterOf<WorkflowField>(scope, 'id');
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

function filterOf<F extends string>(
  scope: WorkflowScope,
  field: F,
): Filter<F> | undefined {
  switch (scope.kind) {
    case 'all':
      return undefined;
    case 'none':
      return { kind: 'or', filters: [] };
    default:
      return met(scope.criteria, field);
  }
}

function met<F extends string>(
  criteria: PermissionCriteria<WorkflowCondition>,
  field: F,
): Filter<F> {
  const metHere = (inner: PermissionCriteria<WorkflowCondition>) =>
    met(inner, field);
  if (isAndCriteria(criteria)) {
    return { kind: 'and', filters: criteria.allOf.map(metHere) };
  }
  if (isOrCriteria(criteria)) {
    return { kind: 'or', filters: criteria.anyOf.map(metHere) };
  }
  if (isNotCriteria(criteria)) {
    return { kind: 'not', filter: metHere(criteria.not) };
  }
  return { kind: 'in', field, values: criteria.workflowIds };
}
