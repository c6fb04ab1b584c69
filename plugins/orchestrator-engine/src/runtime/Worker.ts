/**
 * Takes up due instances and runs them in this process.
 *
 * Owns the resident instances, their journals and the worker's lease. Made anew, with a new id, each time its lease is lost.
 *
 * - W1 What a worker does not own it does not run; losing the lease drops every journal (R2).
 * - W2 A fault of the engine sets its instance aside and touches no other.
 * - W3 An instance that this worker owns is resident, or is being given back: none is left to nobody.
 */
import { randomUUID } from 'node:crypto';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ActivityExecutor } from '../activities/ActivityExecutor';
import {
  WorkerFencedError,
  type Accepted,
  type Append,
  type Instance,
  type NewInstance,
} from '../store/InstanceStore';
import { ActivitySlots } from './ActivitySlots';
import { Backlog } from './Backlog';
import { Breath } from './Breath';
import type { ChildStarter } from './children/ChildStarter';
import type { Clock } from './Clock';
import { messageOf } from './EngineLogger';
import { GroupCommitter } from './GroupCommitter';
import { InstanceRunner, type InstanceRunnerOptions } from './InstanceRunner';
import type { Journal, JournalPort } from './Journal';
import { FaultlessActivities } from './FaultlessActivities';
import { LeasedActivities } from './LeasedActivities';
import { newRecording, type Recording } from './loadRecording';
import { Residents, type Place } from './Residents';
import type { Telemetry } from './telemetry/Telemetry';
import { traced } from './telemetry/traced';
import { WorkerLease } from './WorkerLease';
import type { WorkerSettings } from './WorkerSettings';

/** @public */
export interface WorkerOptions extends InstanceRunnerOptions {
  readonly activities: ActivityExecutor;
  readonly clock: Clock;
  readonly settings: WorkerSettings;
  readonly children: Pick<ChildStarter, 'start' | 'cancel'>;
  /** Told after a commit that a task listens, or that another instance is to be told something. */
  readonly onTold: () => void;
  readonly telemetry: Telemetry;
  /** Told after each commit that an instance's log has grown, and what the instance's status is now. */
  readonly onAppended?: (instanceId: string, status: InstanceStatus) => void;
}

/** How long to leave an instance alone that could not be run or given back. */
const GIVE_BACK_AFTER_MS = 1_000;

/** How often a stopping worker looks whether its activities have ended. */
const DRAIN_CHECK_MS = 20;

/** How long a stopping worker waits for a database that does not answer. */
const RELEASE_WITHIN_MS = 2_000;

/** See the module header. */
export class Worker {
  readonly id = randomUUID();
  readonly #options: WorkerOptions;
  readonly #committer: GroupCommitter;
  readonly #lease: WorkerLease;
  readonly #runner: InstanceRunner;
  readonly #activities: ActivitySlots;
  readonly #breath: Breath;
  readonly #residents: Residents;
  readonly #onDead: () => void;
  #state: 'running' | 'stopping' | 'dead' = 'running';
  #cancelPoll = () => {};
  #polling: Promise<void> | undefined;
  #isPollWanted = false;
  #claiming: Promise<void> | undefined;
  readonly #backlog: Backlog;

  /** Whether it may own instances that it does not know of. */
  #mayHaveStrays = false;

  /** @param onDead - the lease is lost; the owner of this worker makes a new one */
  constructor(options: WorkerOptions, onDead: () => void) {
    const { activities, clock, logger, settings, store } = options;
    this.#options = options;
    this.#onDead = onDead;
    this.#runner = new InstanceRunner(options);
    this.#residents = new Residents(settings);
    this.#backlog = new Backlog(options);
    this.#breath = new Breath(clock);
    this.#lease = new WorkerLease({
      ...options,
      workerId: this.id,
      leaseMs: settings.leaseMs,
      onLost: () => this.#die(),
      onTakenOver: () => this.nudge(),
    });
    this.#activities = new ActivitySlots(
      new LeasedActivities(
        new FaultlessActivities(activities, logger),
        this.#lease,
      ),
      settings,
    );
    this.#committer = new GroupCommitter({
      store,
      workerId: this.id,
      clock,
      telemetry: options.telemetry,
      onUnavailable: error => logger.warn(`${error.message}; trying again`),
      onFenced: () => this.#die(),
    });
  }

  /** Whether it takes up what is due. */
  get isRunning(): boolean {
    return this.#state === 'running' && this.#lease.hasBegun;
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
    if (!this.#lease.hasBegun) return;
    this.#isPollWanted = true;
    this.#polling ??= this.#pollWhileWanted();
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
    while (this.#claiming) await this.#claiming;
    if (!this.isRunning) return undefined;
    if (this.#isOpenTo(instance)) return this.#acceptOwned(instance);
    // What is needed for another one to end is not refused: it would only take its place for longer.
    if (!instance.parent) this.#backlog.requireRoom(instance.workflowId);
    this.#backlog.add(instance.workflowId);
    const creation = { instance, isOwned: false };
    const accepted = await this.#committer.create(creation);
    if (this.#residents.room > 0) this.nudge();
    return accepted;
  }

  async #acceptOwned(instance: NewInstance): Promise<Accepted | undefined> {
    const { id, workflowId } = instance;
    const place = this.#residents.add(id, workflowId);
    try {
      const creation = { instance, isOwned: true };
      const accepted = await this.#committer.create(creation);
      const isOurs = accepted?.kind === 'created' && this.#state === 'running';
      if (isOurs) {
        void this.#run(place, justCreated(instance), newRecording(instance));
      } else this.#leave(place);
      return accepted;
    } catch (error) {
      this.#giveBack(place);
      throw error;
    }
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
    this.#cancelPoll();
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
    return this.#polling !== undefined || this.#residents.isBusy;
  }

  async #release() {
    const { store, clock, logger } = this.#options;
    try {
      await store.releaseWorker(this.id, clock.now());
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
    this.#cancelPoll();
    this.#lease.end();
    this.#committer.close();
    this.#residents.disposeAll();
    if (wasRunning) this.#onDead();
  }

  async #pollWhileWanted() {
    this.#cancelPoll();
    while (this.#isPollWanted && this.#state === 'running') {
      this.#isPollWanted = false;
      try {
        await this.#poll();
      } catch (error) {
        this.#options.logger.warn(
          `Due instances could not be claimed: ${messageOf(error)}`,
        );
        this.#mayHaveStrays = true;
        if (error instanceof WorkerFencedError) this.#die();
      }
    }
    this.#polling = undefined;
    if (this.#state !== 'running') return;
    const { clock, settings } = this.#options;
    this.#cancelPoll = clock.schedule(() => this.nudge(), settings.pollMs);
  }

  async #poll() {
    const { store, telemetry } = this.#options;
    telemetry.measure('orchestrator.queue.depth', this.#backlog.depth, {});
    await this.#releaseStrays();
    await this.#claimAlone();
    await this.#backlog.count();
    if (this.#residents.size === 0) return;
    for (const signal of await store.pendingSignals(this.id)) {
      this.#residents.journalOf(signal.instanceId)?.signal(signal);
    }
  }

  /** New instances are accepted before or after: the room for them is promised to what is being claimed. */
  async #claimAlone() {
    const claim = this.#claim();
    const over = () => {
      this.#claiming = undefined;
    };
    this.#claiming = claim.then(over, over);
    await claim;
  }

  async #claim() {
    const { store, clock, settings } = this.#options;
    const limit = this.#residents.room;
    if (limit <= 0) return;
    const due = await store.claimDue({
      workerId: this.id,
      now: clock.now(),
      limit,
      owned: this.#residents.byWorkflow,
      maxPerWorkflow: settings.maxResidentInstancesPerWorkflow,
    });
    for (const instance of due) {
      const { id, workflowId } = instance;
      void this.#run(this.#residents.add(id, workflowId), instance);
    }
    this.#noteClaim(due.length === limit);
  }

  #noteClaim(isFull: boolean) {
    const rest = this.#residents.isAnyWorkflowFull
      ? 'of-full-workflows'
      : 'nothing';
    this.#backlog.noteClaim(isFull ? 'for-want-of-room' : rest);
  }

  /** W3: a claim whose answer did not come may have been made. */
  async #releaseStrays() {
    if (!this.#mayHaveStrays) return;
    const { store } = this.#options;
    for (const id of await store.ownedBy(this.id)) {
      if (!this.#residents.has(id)) await store.requeue(this.id, id);
    }
    this.#mayHaveStrays = false;
  }

  /**
   * Runs an instance that it owns until it ends, parks, or is lost; never rejects.
   *
   * @param recording - its log, when that is known
   */
  async #run(
    place: Place,
    instance: Instance,
    recording?: Recording,
  ): Promise<void> {
    try {
      const port = this.#portOf(place, instance);
      await this.#runner.run(instance, port, recording);
      this.#leave(place);
    } catch (error) {
      this.#options.logger.warn(
        `The instance could not be run: ${messageOf(error)}`,
        { instanceId: place.id },
      );
      this.#giveBack(place);
    }
  }

  /** W3: makes the instance due for whoever claims it next, as soon as the database allows. */
  #giveBack(place: Place) {
    if (this.#state !== 'running') return;
    this.#residents.unload(place);
    this.#options.clock.schedule(
      () => void this.#requeue(place),
      GIVE_BACK_AFTER_MS,
    );
  }

  async #requeue(place: Place) {
    if (this.#state !== 'running' || !this.#residents.holds(place)) return;
    const { id } = place;
    try {
      await this.#options.store.requeue(this.id, id);
      this.#leave(place);
    } catch (error) {
      this.#options.logger.warn(
        `The instance could not be given back; trying again: ${messageOf(
          error,
        )}`,
        { instanceId: id },
      );
      this.#giveBack(place);
    }
  }

  /** Its place is free for what is due. */
  #leave(place: Place) {
    this.#residents.delete(place);
    if (this.#backlog.isPresent) this.nudge();
  }

  #portOf(place: Place, instance: Instance) {
    const { id: instanceId, workflowId } = instance;
    const { children, clock, settings, telemetry } = this.#options;
    return {
      workerId: this.id,
      clock,
      parkAfterMs: settings.parkAfterMs,
      commit: step => this.#commit(place, step),
      execute: (effect, signal) =>
        traced({ instanceId, workflowId, effect }, this.#options, inner =>
          this.#activities.execute(workflowId, inner, {
            signal,
            idempotencyKey: `${instanceId}${effect.taskKey}`,
          }),
        ),
      onTimer: (purpose, lagMs) =>
        telemetry.measure('orchestrator.timer.lag', lagMs, { purpose }),
      startChild: effect => children.start(instance, effect),
      cancelChild: effect => void children.cancel(instance, effect),
      onResident: (journal: Journal) => {
        if (!this.#residents.setJournal(place, journal)) {
          journal.dispose();
        }
      },
      onParked: () => this.#leave(place),
      isStopping: () => this.#state !== 'running',
      breathe: () => this.#breath.take(),
    } satisfies JournalPort & { workerId: string; onResident: unknown };
  }

  /** A step of an instance that is lost never resolves: whatever waits for it is dropped, not told. */
  async #commit(place: Place, step: Append): Promise<void> {
    const { clock, telemetry } = this.#options;
    const readyAt = clock.now();
    const result = await this.#committer.commit(step);
    if (result === 'lost') {
      this.#giveBack(place);
      await new Promise<never>(() => {});
    }
    const lagMs = clock.now() - readyAt;
    telemetry.measure('orchestrator.step.commit_lag', lagMs, {});
    const { endedAt, status } = step.change;
    const { workflowId: workflow } = place;
    if (endedAt !== undefined) {
      telemetry.count('orchestrator.instances.ended', 1, { workflow, status });
    }
    if (step.awaits || step.signals) this.#options.onTold();
    this.#options.onAppended?.(step.instanceId, step.change.status);
  }
}

/** What the row of an instance that this worker has just created says. */
function justCreated(instance: NewInstance): Instance {
  return { ...instance, seq: 1, status: 'pending', openSignals: 0 };
}
