/**
 * A worker's claim to be alive, prolonged by heartbeats; on each, what dead workers left is taken over.
 */
import type { InstanceStore } from '../store/InstanceStore';
import { measureFrom, type Clock } from './Clock';
import { messageOf, type EngineLogger } from './EngineLogger';
import type { Telemetry } from './telemetry/Telemetry';

/** What a lease needs of its worker. */
export interface WorkerLeaseOptions {
  readonly store: InstanceStore;
  readonly workerId: string;
  readonly leaseMs: number;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  readonly telemetry: Telemetry;
  readonly onLost: () => void;
  /** Instances of dead workers have become due. */
  readonly onTakenOver: () => void;
}

/** A lease is prolonged three times in its length, so that one lost heartbeat does not end it. */
const HEARTBEATS_PER_LEASE = 3;

/** How long to wait before a lease that could not be renewed is asked for again. */
const RENEW_AGAIN_MS = 200;

/** See the module header. */
export class WorkerLease {
  #cancelHeartbeat = () => {};
  #hasBegun = false;
  #hasEnded = false;
  #renewing: Promise<boolean> | undefined;
  /** How long ago the lease was last asked for with success, milliseconds. */
  #age = () => Infinity;
  /** Why it could not be renewed the last time, when it could not. */
  #failure: string | undefined;

  constructor(private readonly options: WorkerLeaseOptions) {}

  /** @throws {@link EngineError} `STORE_UNAVAILABLE` */
  async begin(): Promise<void> {
    const { store, workerId, leaseMs } = this.options;
    const age = measureFrom(this.options.clock);
    await store.registerWorker(workerId, leaseMs);
    this.#age = age;
    await this.#takeOver();
    this.#hasBegun = true;
    this.#scheduleHeartbeat();
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /**
   * Resolves when the lease is certainly held, at once as a rule. A process that stood still for longer than its lease may have
   * been declared dead meanwhile: it asks first. Never resolves once the lease is lost.
   */
  async held(): Promise<void> {
    while (!this.isHeld) {
      if (this.#hasEnded) await new Promise<never>(() => {});
      await this.#renewTogether();
      if (!this.isHeld) await this.#pause(RENEW_AGAIN_MS);
    }
  }

  /**
   * Whether the lease is certainly held, and for as long as a heartbeat yet: what leaves the process now may be under way for a while.
   */
  get isHeld(): boolean {
    const { leaseMs } = this.options;
    const certainMs = leaseMs - leaseMs / HEARTBEATS_PER_LEASE;
    return !this.#hasEnded && this.#age() < certainMs;
  }

  /** Why it may have run out by now, when the database has not let it be renewed for so long. */
  get obstacle(): string | undefined {
    if (this.#failure === undefined) return undefined;
    if (this.#age() < this.options.leaseMs) return undefined;
    return `the worker's lease cannot be renewed: ${this.#failure}`;
  }

  /** Many who ask at once share one answer. */
  async #renewTogether(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    await this.#renewing;
  }

  /** No more heartbeats; the row is left to whoever ends the worker. */
  end(): void {
    this.#hasEnded = true;
    this.#cancelHeartbeat();
  }

  #scheduleHeartbeat() {
    if (this.#hasEnded) return;
    const { clock, leaseMs } = this.options;
    this.#cancelHeartbeat = clock.schedule(
      () => void this.#heartbeat(),
      leaseMs / HEARTBEATS_PER_LEASE,
    );
  }

  async #heartbeat() {
    if (!(await this.#renew())) return;
    try {
      await this.#takeOver();
    } catch (error) {
      this.options.logger.warn(
        `What dead workers left could not be taken over: ${messageOf(error)}`,
      );
    }
    this.#scheduleHeartbeat();
  }

  /** `false` when the lease is lost for good. */
  async #renew(): Promise<boolean> {
    const { store, workerId, leaseMs, clock, logger, onLost } = this.options;
    const age = measureFrom(clock);
    try {
      if (await store.renewLease(workerId, leaseMs)) {
        this.#age = age;
        this.#failure = undefined;
        return true;
      }
    } catch (error) {
      this.#failure = messageOf(error);
      logger.warn(`The lease could not be renewed: ${messageOf(error)}`);
      return true;
    }
    if (!this.#hasEnded) {
      logger.warn('This worker has lost its lease; beginning anew');
      onLost();
    }
    return false;
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => this.options.clock.schedule(resolve, ms));
  }

  async #takeOver() {
    const { store, workerId, logger, telemetry, onTakenOver } = this.options;
    const count = await store.takeOver(workerId);
    if (count === 0) return;
    logger.info('Took over instances', { count });
    telemetry.count('orchestrator.instances.taken_over', count, {});
    onTakenOver();
  }
}
