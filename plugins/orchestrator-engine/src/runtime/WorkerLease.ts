/**
 * A worker's claim to be alive, prolonged by heartbeats; on each, what dead workers left is taken over.
 */
import type { InstanceStore } from '../store/InstanceStore';
import type { Clock } from './Clock';
import { messageOf, type EngineLogger } from './EngineLogger';

/** What a lease needs of its worker. */
export interface WorkerLeaseOptions {
  readonly store: InstanceStore;
  readonly workerId: string;
  readonly leaseMs: number;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  readonly onLost: () => void;
  /** Instances of dead workers have become due. */
  readonly onTakenOver: () => void;
}

/** A lease is prolonged three times in its length, so that one lost heartbeat does not end it. */
const HEARTBEATS_PER_LEASE = 3;

/** See the module header. */
export class WorkerLease {
  #cancelHeartbeat = () => {};
  #hasBegun = false;
  #hasEnded = false;

  constructor(private readonly options: WorkerLeaseOptions) {}

  /** @throws {@link EngineError} `STORE_UNAVAILABLE` */
  async begin(): Promise<void> {
    const { store, workerId, leaseMs } = this.options;
    await store.registerWorker(workerId, leaseMs);
    await this.#takeOver();
    this.#hasBegun = true;
    this.#scheduleHeartbeat();
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
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
    const { store, workerId, leaseMs, logger, onLost } = this.options;
    try {
      if (!(await store.renewLease(workerId, leaseMs))) {
        logger.warn('This worker has lost its lease; beginning anew');
        onLost();
        return;
      }
      await this.#takeOver();
    } catch (error) {
      logger.warn(`The lease could not be renewed: ${messageOf(error)}`);
    }
    this.#scheduleHeartbeat();
  }

  async #takeOver() {
    const { store, workerId, logger, onTakenOver } = this.options;
    const count = await store.takeOver(workerId);
    if (count === 0) return;
    logger.info('Took over instances', { count });
    onTakenOver();
  }
}
