import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Filter,
  InstanceField,
  InstanceFilter,
  WorkflowField,
  WorkflowFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { criteriaHold, filterOfCriteria } from './criteria';
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
  return criteriaHold(scope.criteria, ({ workflowIds }) =>
    workflowIds.includes(workflowId),
  );
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
      return filterOfCriteria(scope.criteria, ({ workflowIds: values }) => ({
        kind: 'in',
        field,
        values,
      }));
  }
}
