import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Filter } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** Whether criteria hold, of which it is known whether each of their conditions does. */
export function criteriaHold<C>(
  criteria: PermissionCriteria<C>,
  holds: (condition: C) => boolean,
): boolean {
  const inner = (part: PermissionCriteria<C>) => criteriaHold(part, holds);
  if (isAndCriteria(criteria)) return criteria.allOf.every(inner);
  if (isOrCriteria(criteria)) return criteria.anyOf.some(inner);
  if (isNotCriteria(criteria)) return !inner(criteria.not);
  return holds(criteria);
}

/** Criteria for the database, which is told what each of their conditions is. */
export function filterOfCriteria<C, F extends string>(
  criteria: PermissionCriteria<C>,
  filterOf: (condition: C) => Filter<F>,
): Filter<F> {
  const inner = (part: PermissionCriteria<C>) =>
    filterOfCriteria(part, filterOf);
  if (isAndCriteria(criteria)) {
    return { kind: 'and', filters: criteria.allOf.map(inner) };
  }
  if (isOrCriteria(criteria)) {
    return { kind: 'or', filters: criteria.anyOf.map(inner) };
  }
  if (isNotCriteria(criteria)) {
    return { kind: 'not', filter: inner(criteria.not) };
  }
  return filterOf(criteria);
}

/** All conditions that criteria are made of. */
export function conditionsIn<C>(criteria: PermissionCriteria<C>): readonly C[] {
  if (isAndCriteria(criteria)) return criteria.allOf.flatMap(conditionsIn);
  if (isOrCriteria(criteria)) return criteria.anyOf.flatMap(conditionsIn);
  if (isNotCriteria(criteria)) return conditionsIn(criteria.not);
  return [criteria];
}
