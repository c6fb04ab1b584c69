import type {
  Filter,
  InstanceField,
  WorkflowField,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

/** The condition that all those hold that are given; `undefined` when none is. */
export function allOf<F extends InstanceField | WorkflowField>(
  ...filters: readonly (Filter<F> | undefined)[]
): Filter<F> | undefined {
  const present = filters.filter(filter => filter !== undefined);
  return present.length > 0 ? { kind: 'and', filters: present } : undefined;
}
