import type { EventIdentity } from '../../store/EventStore';

/** An event that was taken; `by` which task, unless that is of no more interest. */
export type TakenEvent = readonly [source: string, id: string, by?: string];

/** A task that listens, and how many events had been taken when it began. */
export type Listener = readonly [taskKey: string, takenBefore: number];

/** Whoever keeps the events in pieces keeps the same pieces again: what is forgotten is a multiple of this. */
export const EVENTS_PER_PIECE = 500;

/**
 * Which events of its inbox an instance has used up.
 *
 * A task takes each event once, and none that another task had taken before it began to listen; tasks that listen at the same time
 * may both take it. What a task costs that listens does not grow with the events that were taken before.
 */
export class TakenEvents {
  readonly #all: TakenEvent[];
  readonly #most: number;
  /** How many events were forgotten. Places count them. */
  #forgotten = 0;
  /** Where each event was taken, by its key. */
  readonly #places = new Map<string, number[]>();
  /** How many events had been taken when each task began that listens. */
  readonly #began: Map<string, number>;
  readonly #before: number;

  /**
   * @param before - taken before, by the listeners or before they began
   * @param listeners - who listened then; anybody else began later
   * @param most - about so many are kept, the latest ones. Default: all
   */
  constructor(
    before: readonly TakenEvent[] = [],
    listeners: readonly Listener[] = [],
    most = Infinity,
  ) {
    this.#all = [...before];
    this.#all.forEach((event, place) => this.#note(event, place));
    this.#began = new Map(listeners);
    this.#before = before.length;
    this.#most = most;
  }

  /** All that tasks have taken. */
  get all(): readonly TakenEvent[] {
    return this.#all;
  }

  /** Tasks that have begun to listen, and have not ended. */
  get listeners(): readonly Listener[] {
    return [...this.#began].map(([taskKey, count]) => [
      taskKey,
      Math.max(count - this.#forgotten, 0),
    ]);
  }

  /** A task asks for an event, for the first time or again. */
  listen(taskKey: string): void {
    if (!this.#began.has(taskKey)) this.#began.set(taskKey, this.#count);
  }

  /** A task listens no more. */
  end(taskKey: string): void {
    this.#began.delete(taskKey);
  }

  /** A task has taken an event. */
  take(taskKey: string, { source, id }: EventIdentity): void {
    const event = [source, id, taskKey] as const;
    this.#note(event, this.#count);
    this.#all.push(event);
    if (this.#all.length >= this.#most + EVENTS_PER_PIECE) this.#forget();
  }

  /** Whether a task that listens may take an event. */
  isLeftFor(taskKey: string, { source, id }: EventIdentity): boolean {
    const began = this.#began.get(taskKey) ?? this.#before;
    const places = this.#places.get(keyOf([source, id])) ?? [];
    return !places.some(
      place => place < began || this.#at(place)[2] === taskKey,
    );
  }

  get #count(): number {
    return this.#forgotten + this.#all.length;
  }

  #at(place: number): TakenEvent {
    return this.#all[place - this.#forgotten];
  }

  #note(event: TakenEvent, place: number) {
    const key = keyOf(event);
    const places = this.#places.get(key);
    if (places) places.push(place);
    else this.#places.set(key, [place]);
  }

  #forget() {
    for (const event of this.#all.splice(0, EVENTS_PER_PIECE)) {
      const places = this.#places.get(keyOf(event));
      places?.shift();
      if (places?.length === 0) this.#places.delete(keyOf(event));
    }
    this.#forgotten += EVENTS_PER_PIECE;
  }
}

function keyOf([source, id]: TakenEvent): string {
  return `${source} ${id}`;
}
