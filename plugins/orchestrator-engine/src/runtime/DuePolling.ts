/**
 * Takes up what is due: asks the database again and again, and at once when there may be something.
 *
 * Owns the rhythm of asking. W3: what may have been claimed without this process having heard of it is given back.
 */
import {
  WorkerFencedError,
  type Instance,
  type InstanceStore,
} from '../store/InstanceStore';
import type { Backlog } from './Backlog';
import type { Clock } from './Clock';
import { messageOf, type EngineLogger } from './EngineLogger';
import type { Place, Residents } from './Residents';
import type { Telemetry } from './telemetry/Telemetry';
import type { WorkerSettings } from './WorkerSettings';

/** What polling needs. */
export interface DuePollingOptions {
  readonly store: InstanceStore;
  readonly clock: Clock;
  readonly settings: WorkerSettings;
  readonly logger: EngineLogger;
  readonly telemetry: Telemetry;
  readonly workerId: string;
  readonly residents: Residents;
  readonly backlog: Backlog;
  isRunning(): boolean;
  run(place: Place, instance: Instance): void;
  /** The worker was declared dead. */
  onFenced(): void;
}

/** See the module header. */
export class DuePolling {
  readonly #options: DuePollingOptions;
  #cancelNext = () => {};
  #polling: Promise<void> | undefined;
  #isWanted = false;
  #claiming: Promise<void> | undefined;
  /** Whether the worker may own instances that it does not know of. */
  #mayHaveStrays = false;

  constructor(options: DuePollingOptions) {
    this.#options = options;
  }

  /** Whether it is asking. */
  get isBusy(): boolean {
    return this.#polling !== undefined;
  }

  /** There may be something due. */
  nudge(): void {
    this.#isWanted = true;
    this.#polling ??= this.#pollWhileWanted();
  }

  /** Present while something is being claimed, which room is promised to; resolves when that is over. */
  get claiming(): Promise<void> | undefined {
    return this.#claiming;
  }

  /** Asks no more of itself. */
  stop(): void {
    this.#cancelNext();
  }

  async #pollWhileWanted() {
    const { clock, isRunning, settings } = this.#options;
    this.#cancelNext();
    while (this.#isWanted && isRunning()) {
      this.#isWanted = false;
      await this.#pollSafely();
    }
    this.#polling = undefined;
    if (!isRunning()) return;
    this.#cancelNext = clock.schedule(() => this.nudge(), settings.pollMs);
  }

  async #pollSafely() {
    const { logger, onFenced } = this.#options;
    try {
      await this.#poll();
    } catch (error) {
      logger.warn(`Due instances could not be claimed: ${messageOf(error)}`);
      this.#mayHaveStrays = true;
      if (error instanceof WorkerFencedError) onFenced();
    }
  }

  async #poll() {
    const { backlog, residents, store, telemetry, workerId } = this.#options;
    telemetry.gauge('orchestrator.queue.depth', backlog.depth, {});
    await this.#releaseStrays();
    await this.#claimAlone();
    await backlog.count();
    if (residents.size === 0) return;
    for (const signal of await store.pendingSignals(workerId)) {
      residents.journalOf(signal.instanceId)?.signal(signal);
    }
  }

  async #claimAlone() {
    const claim = this.#claim();
    const over = () => {
      this.#claiming = undefined;
    };
    this.#claiming = claim.then(over, over);
    await claim;
  }

  async #claim() {
    const { backlog, clock, residents, settings } = this.#options;
    const limit = residents.room;
    if (limit <= 0) return;
    const due = await this.#options.store.claimDue({
      workerId: this.#options.workerId,
      now: clock.now(),
      limit,
      owned: residents.byWorkflow,
      maxPerWorkflow: settings.maxResidentInstancesPerWorkflow,
    });
    for (const instance of due) {
      const place = residents.add(instance.id, instance.workflowId);
      this.#options.run(place, instance);
    }
    const rest = residents.isAnyWorkflowFull ? 'of-full-workflows' : 'nothing';
    backlog.noteClaim(due.length === limit ? 'for-want-of-room' : rest);
  }

  async #releaseStrays() {
    if (!this.#mayHaveStrays) return;
    const { residents, store, workerId } = this.#options;
    for (const id of await store.ownedBy(workerId)) {
      if (!residents.has(id)) await store.requeue(workerId, id);
    }
    this.#mayHaveStrays = false;
  }
}
