/**
 * Takes up due instances and runs them in this process.
 *
 * Owns the resident instances, their journals and the worker's lease. Made anew, with a new id, each time its lease is lost.
 *
 * - W1 What a worker does not own it does not run; losing the lease drops every journal (R2).
 * - W2, W3 See {@link ResidentRuns}.
 */
import { randomUUID } from 'node:crypto';
import type { Accepted, Instance, NewInstance } from '../store/InstanceStore';
import { Acceptance } from './Acceptance';
import { Backlog } from './Backlog';
import { DuePolling } from './DuePolling';
import { messageOf } from './EngineLogger';
import { GroupCommitter } from './GroupCommitter';
import { newRecording } from './loadRecording';
import { ResidentRuns, type ResidentRunsOptions } from './ResidentRuns';
import { Residents, type Place } from './Residents';
import { WorkerLease } from './WorkerLease';

/** @public */
export type WorkerOptions = ResidentRunsOptions;

/** How often a stopping worker looks whether its activities have ended. */
const DRAIN_CHECK_MS = 20;

/** How long a stopping worker waits for a database that does not answer. */
const RELEASE_WITHIN_MS = 2_000;

/** What is said where nothing is taken up. */
export const NO_WORKER = 'no worker runs here';

/** See the module header. */
export class Worker {
  readonly id = randomUUID();
  readonly #options: WorkerOptions;
  readonly #onDead: () => void;
  readonly #lease: WorkerLease;
  readonly #committer: GroupCommitter;
  readonly #residents: Residents;
  readonly #backlog: Backlog;
  readonly #runs: ResidentRuns;
  readonly #polling: DuePolling;
  #state: 'running' | 'stopping' | 'dead' = 'running';

  /** @param onDead - the lease is lost; the owner of this worker makes a new one */
  constructor(options: WorkerOptions, onDead: () => void) {
    this.#options = options;
    this.#onDead = onDead;
    this.#residents = new Residents(options.settings);
    this.#backlog = new Backlog(options);
    this.#lease = new WorkerLease({
      ...options,
      workerId: this.id,
      leaseMs: options.settings.leaseMs,
      onLost: () => this.#die(),
      onTakenOver: () => this.nudge(),
    });
    this.#committer = new GroupCommitter({
      ...options,
      workerId: this.id,
      onUnavailable: error =>
        options.logger.warn(`${error.message}; trying again`),
      onFenced: () => this.#die(),
    });
    this.#runs = this.#createRuns();
    this.#polling = this.#createPolling();
  }

  #createRuns(): ResidentRuns {
    return new ResidentRuns(this.#options, {
      workerId: this.id,
      residents: this.#residents,
      committer: this.#committer,
      lease: this.#lease,
      isRunning: () => this.#state === 'running',
      onFree: () => {
        if (this.#backlog.isPresent) this.nudge();
      },
    });
  }

  #createPolling(): DuePolling {
    return new DuePolling({
      ...this.#options,
      workerId: this.id,
      residents: this.#residents,
      backlog: this.#backlog,
      isRunning: () => this.#state === 'running',
      run: (place, instance) => void this.#runs.run(place, instance),
      onFenced: () => this.#die(),
    });
  }

  /** Whether it takes up what is due. */
  get isRunning(): boolean {
    return this.#state === 'running' && this.#lease.hasBegun;
  }

  /** Why nothing that is due gets on here, when that is so. */
  get obstacle(): string | undefined {
    if (!this.isRunning) return NO_WORKER;
    return this.#lease.obstacle ?? this.#committer.obstacle;
  }

  /** How many due instances wait because no worker has had room for them; as last counted. */
  get queueDepth(): number {
    return this.#backlog.depth;
  }

  /** Begins a lease, takes over what dead workers left, and begins to run what is due. */
  async start(): Promise<void> {
    await this.#lease.begin();
    this.nudge();
  }

  /** There may be something due: looks at once, if the lease has begun. */
  nudge(): void {
    if (this.#lease.hasBegun) this.#polling.nudge();
  }

  /**
   * Accepts an instance. With room for it, and nothing due that waits longer, this worker owns it from the start and runs it at
   * once; else it is due for whoever claims it.
   *
   * @returns `undefined` when this worker does not run
   * @throws {@link EngineError} `OVERLOADED`; `STORE_UNAVAILABLE`, after which it may yet have been accepted; what the database says
   *   of this instance in particular
   */
  async accept(instance: NewInstance): Promise<Accepted | undefined> {
    while (this.#polling.claiming) await this.#polling.claiming;
    if (!this.isRunning) return undefined;
    if (this.#isOpenTo(instance)) return this.#acceptOwned(instance);
    // What is needed for another one to end is not refused: it would only take its place for longer.
    if (!instance.parent) this.#backlog.requireRoom(instance.workflowId);
    this.#backlog.add(instance.workflowId);
    const accepted = await this.#committer.create({
      begin: () => ({ instance, isOwned: false }),
    });
    if (this.#residents.room > 0) this.nudge();
    return accepted;
  }

  async #acceptOwned(instance: NewInstance): Promise<Accepted | undefined> {
    const { id, workflowId } = instance;
    const place = this.#residents.add(id, workflowId);
    const acceptance = new Acceptance(instance, this.#committer);
    const recording = newRecording(instance);
    const fresh = { recording, acceptance };
    void this.#runs.run(place, justCreated(instance), fresh);
    try {
      const accepted = await acceptance.outcome;
      if (accepted?.kind !== 'created') this.#drop(place, accepted);
      return accepted;
    } catch (error) {
      this.#runs.giveBack(place);
      throw error;
    }
  }

  /** Gives up what has been begun of an instance that was not accepted; that it is there already may be this worker's own doing. */
  #drop(place: Place, accepted: Accepted | undefined) {
    const isThere = accepted?.kind === 'known' && accepted.id === place.id;
    this.#residents.unload(place);
    if (isThere) this.#runs.giveBack(place);
    else this.#runs.leave(place);
  }

  #isOpenTo({ id, workflowId }: NewInstance): boolean {
    return (
      !this.#residents.has(id) &&
      !this.#backlog.isBefore(workflowId) &&
      this.#residents.hasRoomFor(workflowId)
    );
  }

  /** @param graceMs - how long running activities may take to end */
  async stop(graceMs: number): Promise<void> {
    if (this.#state !== 'running') return;
    this.#state = 'stopping';
    this.#polling.stop();
    await this.#drain(graceMs);
    this.#residents.disposeAll();
    this.#committer.close();
    this.#lease.end();
    await Promise.race([this.#release(), this.#pause(RELEASE_WITHIN_MS)]);
  }

  async #drain(graceMs: number) {
    const { clock } = this.#options;
    const end = clock.now() + graceMs;
    while (clock.now() < end && this.#isBusy()) {
      await this.#pause(DRAIN_CHECK_MS);
    }
  }

  #isBusy(): boolean {
    return this.#polling.isBusy || this.#residents.isBusy;
  }

  async #release() {
    const { store, logger } = this.#options;
    try {
      await store.releaseWorker(this.id);
    } catch (error) {
      logger.warn(
        `The worker could not give its instances back; others take them over when its lease runs out: ${messageOf(
          error,
        )}`,
      );
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => this.#options.clock.schedule(resolve, ms));
  }

  /** W1 */
  #die() {
    if (this.#state === 'dead') return;
    const wasRunning = this.#state === 'running';
    this.#state = 'dead';
    this.#polling.stop();
    this.#lease.end();
    this.#committer.close();
    this.#residents.disposeAll();
    if (wasRunning) this.#onDead();
  }
}

/** What the row of an instance that this worker has just created says. */
function justCreated(instance: NewInstance): Instance {
  return { ...instance, seq: 1, status: 'pending', openSignals: 0 };
}
