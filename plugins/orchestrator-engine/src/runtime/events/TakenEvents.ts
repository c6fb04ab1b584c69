import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';

/** What identifies an event. */
export type SourceAndId = readonly [source: string, id: string];

/**
 * Which events of its inbox an instance has used up.
 *
 * A task takes each event once, and none that another task had taken before it began to listen; tasks that listen at the same time
 * may both take it. Says the same as the log: `KnexEventStore.takenBefore` reads it there.
 */
export class TakenEvents {
  /** For each task that listens or has listened: what it cannot take. */
  readonly #usedUp = new Map<string, Set<string>>();
  readonly #all = new Map<string, SourceAndId>();

  /** @param before - taken before the replay begins */
  constructor(before: readonly SourceAndId[] = []) {
    before.forEach(one => this.#all.set(keyOf(one), one));
  }

  /** All that tasks have taken. */
  get all(): readonly SourceAndId[] {
    return [...this.#all.values()];
  }

  /** No task listens, and none that has listened will do so again. */
  forgetListeners(): void {
    this.#usedUp.clear();
  }

  /** A task asks for an event, for the first time or again. */
  listen(taskKey: string): void {
    if (this.#usedUp.has(taskKey)) return;
    this.#usedUp.set(taskKey, new Set(this.#all.keys()));
  }

  /** A task has taken an event. */
  take(taskKey: string, event: CloudEvent): void {
    const one = identityOf(event);
    this.#all.set(keyOf(one), one);
    this.#usedUp.get(taskKey)?.add(keyOf(one));
  }

  /** Whether a task that listens may take an event. */
  isLeftFor(taskKey: string, event: CloudEvent): boolean {
    return !this.#usedUp.get(taskKey)?.has(keyOf(identityOf(event)));
  }
}

function identityOf({ source, id }: CloudEvent): SourceAndId {
  return [source, id];
}

function keyOf([source, id]: SourceAndId): string {
  return `${source} ${id}`;
}
