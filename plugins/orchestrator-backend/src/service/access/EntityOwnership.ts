/** Who owns the entities of the catalog, as it is now. */
export interface EntityOwnership {
  /** Refs of all entities that one of the claims owns; none when the catalog cannot be asked. */
  ownedBy(claims: readonly string[]): Promise<readonly string[]>;
  /** Refs of the owners of each of the entities; of none when the catalog cannot be asked. */
  ownersOf(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}
