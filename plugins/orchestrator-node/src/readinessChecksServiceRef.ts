import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What a part of the backend says of its health. @public */
export interface ReadinessReport {
  readonly isReady: boolean;
  /** Details for people. */
  readonly details: JsonObject;
}

/** Asks a part of the backend whether it can do its work. Ends soon, and never rejects. @public */
export type ReadinessCheck = () => Promise<ReadinessReport>;

/** The checks that the backend's readiness depends on. @public */
export interface ReadinessChecks {
  /** @param name - tells it apart in the answer, e.g. the plugin's id */
  add(name: string, check: ReadinessCheck): void;
  /** All checks by name. */
  list(): ReadonlyMap<string, ReadinessCheck>;
}

class RegisteredReadinessChecks implements ReadinessChecks {
  readonly #checks = new Map<string, ReadinessCheck>();

  add(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  list(): ReadonlyMap<string, ReadinessCheck> {
    return this.#checks;
  }
}

/**
 * Where plugins say how to find out whether they can do their work.
 *
 * They count once the backend's health service asks them, as the one that the orchestrator's backend package exports does.
 *
 * @public
 */
export const readinessChecksServiceRef = createServiceRef<ReadinessChecks>({
  id: 'orchestrator.readinessChecks',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new RegisteredReadinessChecks(),
    }),
});
