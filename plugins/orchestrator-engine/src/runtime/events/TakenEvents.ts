import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';

/** An event that was taken; `by` which task, unless that is of no more interest. */
export type TakenEvent = readonly [source: string, id: string, by?: string];

/** A task that listens, and how many events had been taken when it began. */
export type Listener = readonly [taskKey: string, takenBefore: number];

/**
 * Which events of its inbox an instance has used up.
 *
 * A task takes each event once, and none that another task had taken before it began to listen; tasks that listen at the same time
 * may both take it. Says the same as the log: `KnexEventStore.takenBefore` reads it there.
 */
export class TakenEvents {
  /** What each task that listens cannot take. */
  readonly #usedUp = new Map<string, Set<string>>();
  readonly #began = new Map<string, number>();
  readonly #all: TakenEvent[];

  /** @param before - taken before the replay begins, and who listened then */
  constructor(
    before: readonly TakenEvent[] = [],
    listeners: readonly Listener[] = [],
  ) {
    this.#all = [...before];
    for (const [taskKey, count] of listeners) {
      this.#began.set(taskKey, count);
      const used = before.filter(
        ([, , by], index) => index < count || by === taskKey,
      );
      this.#usedUp.set(taskKey, new Set(used.map(keyOf)));
    }
  }

  /** All that tasks have taken. */
  get all(): readonly TakenEvent[] {
    return this.#all;
  }

  /** Tasks that have begun to listen, and have not ended. */
  get listeners(): readonly Listener[] {
    return [...this.#began];
  }

  /** A task asks for an event, for the first time or again. */
  listen(taskKey: string): void {
    if (this.#usedUp.has(taskKey)) return;
    this.#began.set(taskKey, this.#all.length);
    this.#usedUp.set(taskKey, new Set(this.#all.map(keyOf)));
  }

  /** A task listens no more. */
  end(taskKey: string): void {
    this.#began.delete(taskKey);
    this.#usedUp.delete(taskKey);
  }

  /** A task has taken an event. */
  take(taskKey: string, { source, id }: CloudEvent): void {
    const one = [source, id, taskKey] as const;
    this.#all.push(one);
    this.#usedUp.get(taskKey)?.add(keyOf(one));
  }

  /** Whether a task that listens may take an event. */
  isLeftFor(taskKey: string, { source, id }: CloudEvent): boolean {
    return !this.#usedUp.get(taskKey)?.has(keyOf([source, id]));
  }
}

function keyOf([source, id]: TakenEvent): string {
  return `${source} ${id}`;
}
