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
  type Append,
  type Instance,
} from '../store/InstanceStore';
import { ActivitySlots } from './ActivitySlots';
import { Breath } from './Breath';
import type { Clock } from './Clock';
import { messageOf } from './EngineLogger';
import { GroupCommitter } from './GroupCommitter';
import { InstanceRunner, type InstanceRunnerOptions } from './InstanceRunner';
import type { Journal, JournalPort } from './Journal';
import { WorkerLease } from './WorkerLease';
import type { WorkerSettings } from './WorkerSettings';

/** @public */
export interface WorkerOptions extends InstanceRunnerOptions {
  readonly activities: ActivityExecutor;
  readonly clock: Clock;
  readonly settings: WorkerSettings;
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
  readonly #residents = new Map<string, Journal | 'loading'>();
  readonly #onDead: () => void;
  #state: 'running' | 'stopping' | 'dead' = 'running';
  #cancelPoll = () => {};
  #polling: Promise<void> | undefined;
  #isPollWanted = false;

  /** @param onDead - the lease is lost; the owner of this worker makes a new one */
  constructor(options: WorkerOptions, onDead: () => void) {
    const { activities, clock, logger, settings, store } = options;
    this.#options = options;
    this.#onDead = onDead;
    this.#runner = new InstanceRunner(options);
    this.#breath = new Breath(clock);
    this.#activities = new ActivitySlots(
      activities,
      settings.maxRunningActivities,
    );
    this.#lease = new WorkerLease({
      ...options,
      workerId: this.id,
      leaseMs: settings.leaseMs,
      onLost: () => this.#die(),
      onTakenOver: () => this.nudge(),
    });
    this.#committer = new GroupCommitter({
      store,
      workerId: this.id,
      clock,
      onUnavailable: error => logger.warn(`${error.message}; trying again`),
      onFenced: () => this.#die(),
    });
  }

  /** Whether it takes up what is due. */
  get isRunning(): boolean {
    return this.#state === 'running' && this.#lease.hasBegun;
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

  /** @param graceMs - how long running activities may take to end */
  async stop(graceMs: number): Promise<void> {
    if (this.#state !== 'running') return;
    this.#state = 'stopping';
    this.#cancelPoll();
    await this.#drain(graceMs);
    this.#dropAll();
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
    const journals = [...this.#residents.values()];
    return (
      this.#polling !== undefined ||
      journals.some(journal => journal === 'loading' || journal.isBusy)
    );
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

  #dropAll() {
    for (const journal of this.#residents.values()) {
      if (journal !== 'loading') journal.dispose();
    }
    this.#residents.clear();
  }

  /** W1 */
  #die() {
    if (this.#state === 'dead') return;
    const wasRunning = this.#state === 'running';
    this.#state = 'dead';
    this.#cancelPoll();
    this.#lease.end();
    this.#committer.close();
    this.#dropAll();
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
        if (error instanceof WorkerFencedError) this.#die();
      }
    }
    this.#polling = undefined;
    if (this.#state !== 'running') return;
    const { clock, settings } = this.#options;
    this.#cancelPoll = clock.schedule(() => this.nudge(), settings.pollMs);
  }

  async #poll() {
    const { store, settings, clock } = this.#options;
    const limit = settings.maxResidentInstances - this.#residents.size;
    if (limit > 0) {
      const now = clock.now();
      const due = await store.claimDue({ workerId: this.id, now, limit });
      for (const instance of due) {
        this.#residents.set(instance.id, 'loading');
        void this.#run(instance);
      }
    }
    if (this.#residents.size === 0) return;
    for (const signal of await store.pendingSignals(this.id)) {
      const journal = this.#residents.get(signal.instanceId);
      if (journal && journal !== 'loading') journal.signal(signal);
    }
  }

  /** Runs a claimed instance until it ends, parks, or is lost; never rejects. */
  async #run(instance: Instance): Promise<void> {
    const { id } = instance;
    try {
      await this.#runner.run(instance, this.#portOf(id));
      this.#residents.delete(id);
    } catch (error) {
      this.#options.logger.warn(
        `The instance could not be run: ${messageOf(error)}`,
        { instanceId: id },
      );
      this.#giveBack(id);
    }
  }

  /** W3: makes the instance due for whoever claims it next, as soon as the database allows. */
  #giveBack(id: string) {
    if (this.#state !== 'running') return;
    const journal = this.#residents.get(id);
    if (journal && journal !== 'loading') journal.dispose();
    this.#residents.set(id, 'loading');
    this.#options.clock.schedule(
      () => void this.#requeue(id),
      GIVE_BACK_AFTER_MS,
    );
  }

  async #requeue(id: string) {
    if (this.#state !== 'running') return;
    try {
      await this.#options.store.requeue(this.id, id);
      this.#residents.delete(id);
    } catch (error) {
      this.#options.logger.warn(
        `The instance could not be given back; trying again: ${messageOf(
          error,
        )}`,
        { instanceId: id },
      );
      this.#giveBack(id);
    }
  }

  #portOf(instanceId: string) {
    const { clock, settings } = this.#options;
    return {
      workerId: this.id,
      clock,
      parkAfterMs: settings.parkAfterMs,
      commit: step => this.#commit(step),
      execute: (effect, signal) =>
        this.#activities.execute(effect, {
          signal,
          idempotencyKey: `${instanceId}${effect.taskKey}`,
        }),
      onResident: (journal: Journal) => {
        if (this.#residents.has(instanceId)) {
          this.#residents.set(instanceId, journal);
        } else {
          journal.dispose();
        }
      },
      onParked: () => this.#residents.delete(instanceId),
      isStopping: () => this.#state !== 'running',
      breathe: () => this.#breath.take(),
    } satisfies JournalPort & { workerId: string; onResident: unknown };
  }

  /** A step of an instance that is lost never resolves: whatever waits for it is dropped, not told. */
  async #commit(step: Append): Promise<void> {
    const result = await this.#committer.commit(step);
    if (result === 'lost') {
      this.#giveBack(step.instanceId);
      await new Promise<never>(() => {});
    }
    this.#options.onAppended?.(step.instanceId, step.change.status);
  }
}
