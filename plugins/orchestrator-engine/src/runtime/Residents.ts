import { Counts } from './Counts';
import type { Journal } from './Journal';
import type { WorkerSettings } from './WorkerSettings';

/** The place of an instance, from one time that it is taken up until it is given back. */
export interface Place {
  readonly id: string;
  readonly workflowId: string;
}

interface Resident {
  readonly place: Place;
  /** Absent while its log is being read, and while it is being given back. */
  readonly journal?: Journal;
}

/**
 * The instances that a worker holds in memory, and how many more it may.
 *
 * Owns the journals: whoever takes one away disposes of it. An instance can be taken up again before this process has heard that it
 * was given back: then it has another place, and what is said of the former one counts no more.
 */
export class Residents {
  readonly #residents = new Map<string, Resident>();
  readonly #byWorkflow = new Counts();

  constructor(
    private readonly limits: Pick<
      WorkerSettings,
      'maxResidentInstances' | 'maxResidentInstancesPerWorkflow'
    >,
  ) {}

  get size(): number {
    return this.#residents.size;
  }

  /** How many more there may be. */
  get room(): number {
    return this.limits.maxResidentInstances - this.size;
  }

  /** Whether one more of this workflow may be added. */
  hasRoomFor(workflowId: string): boolean {
    const { maxResidentInstancesPerWorkflow: limit } = this.limits;
    return this.room > 0 && this.#byWorkflow.of(workflowId) < limit;
  }

  /** Whether some workflow has as many as it may. */
  get isAnyWorkflowFull(): boolean {
    const { maxResidentInstancesPerWorkflow: limit } = this.limits;
    return [...this.#byWorkflow.all.values()].some(count => count >= limit);
  }

  /** How many there are of each workflow that has any. */
  get byWorkflow(): ReadonlyMap<string, number> {
    return this.#byWorkflow.all;
  }

  /** Whether any runs an activity or a commit, or is not yet there. */
  get isBusy(): boolean {
    return [...this.#residents.values()].some(
      ({ journal }) => !journal || journal.isBusy,
    );
  }

  has(id: string): boolean {
    return this.#residents.has(id);
  }

  journalOf(id: string): Journal | undefined {
    return this.#residents.get(id)?.journal;
  }

  add(id: string, workflowId: string): Place {
    const former = this.#residents.get(id);
    former?.journal?.dispose();
    if (former) this.delete(former.place);
    const place = { id, workflowId };
    this.#residents.set(id, { place });
    this.#byWorkflow.add(workflowId, 1);
    return place;
  }

  /** Whether the instance still has this place. */
  holds(place: Place): boolean {
    return this.#residents.get(place.id)?.place === place;
  }

  /** Its log has been read. `false` when it is no longer wanted. */
  setJournal(place: Place, journal: Journal): boolean {
    const isWanted = this.holds(place);
    if (isWanted) this.#residents.set(place.id, { place, journal });
    return isWanted;
  }

  /** Keeps its place, without its journal. */
  unload(place: Place): void {
    if (!this.holds(place)) return;
    this.journalOf(place.id)?.dispose();
    this.#residents.set(place.id, { place });
  }

  delete(place: Place): void {
    if (!this.holds(place)) return;
    this.#residents.delete(place.id);
    this.#byWorkflow.add(place.workflowId, -1);
  }

  disposeAll(): void {
    for (const { journal } of this.#residents.values()) journal?.dispose();
    this.#residents.clear();
    this.#byWorkflow.clear();
  }
}
