import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';

/**
 * Which events of its inbox an instance has used up.
 *
 * A task takes each event once, and none that another task had taken before it began to listen; tasks that listen at the same time
 * may both take it. Says the same as the log: `KnexEventStore.takenBefore` reads it there.
 */
export class TakenEvents {
  /** For each task that listens or has listened: what it cannot take. */
  readonly #usedUp = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  /** A task asks for an event, for the first time or again. */
  listen(taskKey: string): void {
    if (this.#usedUp.has(taskKey)) return;
    this.#usedUp.set(taskKey, new Set(this.#all));
  }

  /** A task has taken an event. */
  take(taskKey: string, event: CloudEvent): void {
    const identity = identityOf(event);
    this.#all.add(identity);
    this.#usedUp.get(taskKey)?.add(identity);
  }

  /** Whether a task that listens may take an event. */
  isLeftFor(taskKey: string, event: CloudEvent): boolean {
    return !this.#usedUp.get(taskKey)?.has(identityOf(event));
  }
}

function identityOf({ source, id }: CloudEvent): string {
  return `${source} ${id}`;
}
