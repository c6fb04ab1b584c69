import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { EntityOwnership } from './EntityOwnership';

/** How long an answer of the catalog counts. */
const FRESH_MS = 30_000;

/** What {@link CatalogOwnership} needs. */
export interface CatalogOwnershipOptions {
  readonly catalog: Pick<CatalogService, 'getEntities' | 'getEntitiesByRefs'>;
  readonly auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly logger: Pick<LoggerService, 'warn'>;
  readonly clock: Pick<Clock, 'now'>;
}

interface Answer {
  readonly until: number;
  readonly refs: Promise<readonly string[]>;
}

/**
 * {@link EntityOwnership} as the portal's catalog tells it, at most half a minute ago.
 *
 * Asks as the orchestrator itself: whether somebody may see an instance does not depend on whether they may see its entity.
 */
export class CatalogOwnership implements EntityOwnership {
  readonly #answers = new Map<string, Answer>();

  constructor(private readonly options: CatalogOwnershipOptions) {}

  ownedBy(claims: readonly string[]): Promise<readonly string[]> {
    if (claims.length === 0) return Promise.resolve([]);
    const now = this.options.clock.now();
    const key = JSON.stringify([...claims].sort());
    const known = this.#answers.get(key);
    if (known && known.until > now) return known.refs;
    this.#forgetBefore(now);
    const refs = this.#askForOwned(claims).catch(error => {
      this.#answers.delete(key);
      return this.#warn(error, []);
    });
    this.#answers.set(key, { until: now + FRESH_MS, refs });
    return refs;
  }

  async ownersOf(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (entityRefs.length === 0) return new Map();
    const { catalog } = this.options;
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: [...entityRefs], fields: ['relations'] },
        await this.#asItself(),
      );
      return new Map(
        items.map((entity, index) => [entityRefs[index], ownersIn(entity)]),
      );
    } catch (error) {
      return this.#warn(error, new Map());
    }
  }

  async #askForOwned(claims: readonly string[]): Promise<readonly string[]> {
    const { items } = await this.options.catalog.getEntities(
      {
        filter: { [`relations.${RELATION_OWNED_BY}`]: [...claims] },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      await this.#asItself(),
    );
    return items.map(stringifyEntityRef);
  }

  async #asItself() {
    const credentials = await this.options.auth.getOwnServiceCredentials();
    return { credentials };
  }

  /** Nobody sees more because the catalog is away. */
  #warn<T>(error: unknown, nothing: T): T {
    this.options.logger.warn(
      `The catalog cannot be asked who owns what, so nobody counts as owner of an entity for now: ${error}`,
    );
    return nothing;
  }

  #forgetBefore(now: number) {
    for (const [key, { until }] of this.#answers) {
      if (until <= now) this.#answers.delete(key);
    }
  }
}

function ownersIn(entity: Entity | undefined): readonly string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
