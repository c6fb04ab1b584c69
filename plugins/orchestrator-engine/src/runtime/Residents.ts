import { Counts } from './Counts';
import type { Journal } from './Journal';
import type { WorkerSettings } from './WorkerSettings';

interface Resident {
  readonly workflowId: string;
  /** Absent while its log is being read, and while it is being given back. */
  readonly journal?: Journal;
}

/**
 * The instances that a worker holds in memory, and how many more it may.
 *
 * Owns the journals: whoever takes one away disposes of it.
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

  add(id: string, workflowId: string): void {
    this.#residents.set(id, { workflowId });
    this.#byWorkflow.add(workflowId, 1);
  }

  /** Its log has been read. `false` when it is no longer wanted. */
  setJournal(id: string, journal: Journal): boolean {
    const resident = this.#residents.get(id);
    if (resident) this.#residents.set(id, { ...resident, journal });
    return resident !== undefined;
  }

  /** Keeps its place, without its journal. */
  unload(id: string): void {
    const resident = this.#residents.get(id);
    if (!resident) return;
    resident.journal?.dispose();
    this.#residents.set(id, { workflowId: resident.workflowId });
  }

  delete(id: string): void {
    const resident = this.#residents.get(id);
    if (!resident) return;
    this.#residents.delete(id);
    this.#byWorkflow.add(resident.workflowId, -1);
  }

  disposeAll(): void {
    for (const { journal } of this.#residents.values()) journal?.dispose();
    this.#residents.clear();
    this.#byWorkflow.clear();
  }
}
