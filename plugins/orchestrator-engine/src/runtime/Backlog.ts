import { EngineError } from '../EngineError';
import type { InstanceStore, QueuedWorkflow } from '../store/InstanceStore';
import type { Clock } from './Clock';
import { Counts } from './Counts';
import type { WorkerSettings } from './WorkerSettings';

/**
 * What waits for a worker because the workers have no room for it: whether there is any, how much, and whether more is accepted.
 *
 * Owns what was last counted in the database, and what this process has added since.
 */
export class Backlog {
  #isShort = true;
  #countedAt = -Infinity;
  #depth = 0;
  readonly #byWorkflow = new Counts();

  constructor(
    private readonly options: {
      readonly store: Pick<InstanceStore, 'queued'>;
      readonly clock: Clock;
      readonly settings: Pick<
        WorkerSettings,
        'maxQueuedInstances' | 'maxQueuedInstancesPerWorkflow' | 'pollMs'
      >;
    },
  ) {}

  /** Whether anything may wait. */
  get isPresent(): boolean {
    return this.#isShort || this.#depth > 0;
  }

  /** Whether something waits that is to be taken up before a new instance of this workflow. */
  isBefore(workflowId: string): boolean {
    return this.#isShort || this.#byWorkflow.of(workflowId) > 0;
  }

  /** How many instances wait; as last counted. */
  get depth(): number {
    return this.#depth;
  }

  /** What a claim has left: nothing, nothing but what workflows may not have more of, or whatever there was no room for. */
  noteClaim(left: 'nothing' | 'of-full-workflows' | 'for-want-of-room'): void {
    this.#isShort = left === 'for-want-of-room';
    if (left === 'nothing') this.#take([]);
  }

  /** One more waits. */
  add(workflowId: string): void {
    this.#depth += 1;
    this.#byWorkflow.add(workflowId, 1);
  }

  /** @throws {@link EngineError} `OVERLOADED` */
  requireRoom(workflowId: string): void {
    const { maxQueuedInstances, maxQueuedInstancesPerWorkflow } =
      this.options.settings;
    const ofWorkflow = this.#byWorkflow.of(workflowId);
    if (ofWorkflow >= maxQueuedInstancesPerWorkflow) {
      throw new EngineError(
        'OVERLOADED',
        `${ofWorkflow} instances of workflow ${workflowId} wait for a worker already; try again later`,
      );
    }
    if (this.#depth >= maxQueuedInstances) {
      throw new EngineError(
        'OVERLOADED',
        `${this.#depth} instances wait for a worker already; try again later`,
      );
    }
  }

  /** Counts anew what waits, if that was not done just now. */
  async count(): Promise<void> {
    const { store, clock, settings } = this.options;
    const now = clock.now();
    if (!this.isPresent || now - this.#countedAt < settings.pollMs) return;
    this.#countedAt = now;
    const countUpTo = settings.maxQueuedInstances;
    this.#take(await store.queued({ now, countUpTo }));
  }

  #take(queued: readonly QueuedWorkflow[]) {
    this.#byWorkflow.clear();
    queued.forEach(({ workflowId, due }) =>
      this.#byWorkflow.add(workflowId, due),
    );
    this.#depth = queued.reduce((sum, { due }) => sum + due, 0);
  }
}
