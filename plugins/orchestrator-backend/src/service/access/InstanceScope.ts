import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Instance,
  InstanceField,
  InstanceFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { conditionsIn, criteriaHold, filterOfCriteria } from './criteria';
import type { EntityOwnership } from './EntityOwnership';
import type { InstanceCondition } from './instancePermissionRules';

/** What is decided by whether somebody sees an instance, or acts on it. */
export type InstanceTraits = Pick<
  Instance,
  'workflowId' | 'initiator' | 'targetEntity'
>;

/** The instances for which somebody has a permission. */
export type InstanceScope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      readonly criteria: PermissionCriteria<InstanceCondition>;
      /** Refs of the entities that the claims of each condition on owners own. */
      readonly owned: OwnedEntities;
    };

type OwnedEntities = ReadonlyMap<InstanceCondition, readonly string[]>;

/** The scope of criteria, with ownership as it is now. */
export async function scopeOfCriteria(
  criteria: PermissionCriteria<InstanceCondition>,
  ownership: EntityOwnership,
): Promise<InstanceScope> {
  const onOwners = conditionsIn(criteria).filter(isOnOwner);
  const owned = await Promise.all(
    onOwners.map(async condition => {
      const refs = await ownership.ownedBy(condition.claims);
      return [condition, [...condition.claims, ...refs]] as const;
    }),
  );
  return { kind: 'some', criteria, owned: new Map(owned) };
}

/** Whether the instance is one of them. */
export function includesInstance(
  scope: InstanceScope,
  instance: InstanceTraits,
): boolean {
  if (scope.kind === 'all') return true;
  return criteriaHold(scope.criteria, condition => {
    const { field, values } = demandOf(condition, scope.owned);
    const value = instance[field];
    return value !== undefined && values.includes(value);
  });
}

/** The condition on instances that they are among them; `undefined` when all are. */
export function filterOfScope(
  scope: InstanceScope,
): InstanceFilter | undefined {
  if (scope.kind === 'all') return undefined;
  return filterOfCriteria<InstanceCondition, InstanceField>(
    scope.criteria,
    condition => isOneOf(demandOf(condition, scope.owned)),
  );
}

/** What one of the values must be. */
interface Demand {
  readonly field: keyof InstanceTraits;
  readonly values: readonly string[];
}

function demandOf(condition: InstanceCondition, owned: OwnedEntities): Demand {
  switch (condition.kind) {
    case 'initiator':
      return { field: 'initiator', values: condition.claims };
    case 'workflow':
      return { field: 'workflowId', values: condition.workflowIds };
    default:
      return { field: 'targetEntity', values: owned.get(condition) ?? [] };
  }
}

/** Never unknown to the database: what has no value has none of these, so that `not` holds of it. */
function isOneOf({ field, values }: Demand): InstanceFilter {
  const isNull: InstanceFilter = { kind: 'isNull', field };
  return {
    kind: 'and',
    filters: [
      { kind: 'not', filter: isNull },
      { kind: 'in', field, values },
    ],
  };
}

function isOnOwner(
  condition: InstanceCondition,
): condition is Extract<InstanceCondition, { kind: 'owner' }> {
  return condition.kind === 'owner';
}
