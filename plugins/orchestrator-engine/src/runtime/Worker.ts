/**
 * Takes up due instances and runs them in this process.
 *
 * Owns the resident instances, their journals and the worker's lease. Made anew, with a new id, each time its lease is lost.
 *
 * - W1 What a worker does not own it does not run; losing the lease drops every journal (R2).
 * - W2 A fault of the engine sets its instance aside and touches no other.
 */
import { randomUUID } from 'node:crypto';
import type { ExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import pLimit from 'p-limit';
import type { ActivityExecutor } from '../activities/ActivityExecutor';
import { EngineError } from '../EngineError';
import type { RuntimeInfo } from '../interpreter/Run';
import { BEHAVIOUR_VERSION, runWorkflow } from '../interpreter/runWorkflow';
import type {
  Append,
  Instance,
  InstanceStore,
  Signal,
} from '../store/InstanceStore';
import type { Clock } from './Clock';
import type { DefinitionCache } from './DefinitionCache';
import { messageOf, type EngineLogger } from './EngineLogger';
import { GroupCommitter } from './GroupCommitter';
import { Journal, NonDeterminismError, type JournalPort } from './Journal';
import { loadRecording } from './loadRecording';
import { decodePayload } from './payloads';
import { WorkerLease } from './WorkerLease';
import type { WorkerSettings } from './WorkerSettings';

/** @public */
export interface WorkerOptions {
  readonly store: InstanceStore;
  readonly definitions: DefinitionCache;
  readonly activities: ActivityExecutor;
  readonly expressions: ExpressionEvaluator;
  readonly runtime: RuntimeInfo;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  readonly settings: WorkerSettings;
  /** Told after each commit that an instance's log has grown. */
  readonly onAppended?: (instanceId: string) => void;
}

/** How long interpretation may keep the process to itself. */
const BREATH_EVERY_MS = 10;

/** How long to leave an instance alone whose log could not be read. */
const RELOAD_AFTER_MS = 1_000;

/** How often a stopping worker looks whether its activities have ended. */
const DRAIN_CHECK_MS = 20;

/** See the module header. */
export class Worker {
  readonly id = randomUUID();
  readonly #options: WorkerOptions;
  readonly #committer: GroupCommitter;
  readonly #lease: WorkerLease;
  readonly #residents = new Map<string, Journal | 'loading'>();
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #onDead: () => void;
  #lastBreath: number;
  #state: 'running' | 'stopping' | 'dead' = 'running';
  #cancelPoll = () => {};
  #polling: Promise<void> | undefined;
  #isPollWanted = false;

  /** @param onDead - the lease is lost; the owner of this worker makes a new one */
  constructor(options: WorkerOptions, onDead: () => void) {
    this.#options = options;
    this.#onDead = onDead;
    this.#limit = pLimit(options.settings.maxRunningActivities);
    this.#lastBreath = options.clock.now();
    this.#lease = new WorkerLease({
      ...options,
      workerId: this.id,
      leaseMs: options.settings.leaseMs,
      onLost: () => this.#die(),
      onTakenOver: () => this.nudge(),
    });
    this.#committer = new GroupCommitter({
      store: options.store,
      workerId: this.id,
      clock: options.clock,
      onUnavailable: error =>
        options.logger.warn(`${error.message}; trying again`, {
          cause: String(error.cause),
        }),
      onFenced: () => this.#die(),
    });
  }

  /** Begins a lease, takes over what dead workers left, and begins to run what is due. */
  async start(): Promise<void> {
    await this.#lease.begin();
    this.nudge();
  }

  /** There may be something due: looks at once. */
  nudge(): void {
    this.#isPollWanted = true;
    this.#polling ??= this.#pollWhileWanted();
  }

  /** @param graceMs - how long running activities may take to end */
  async stop(graceMs: number): Promise<void> {
    if (this.#state !== 'running') return;
    this.#state = 'stopping';
    this.#cancelPoll();
    await this.#polling;
    await this.#drain(graceMs);
    this.#dropAll();
    await this.#committer.settled();
    this.#committer.close();
    this.#lease.end();
    await this.#options.store.releaseWorker(this.id, this.#options.clock.now());
  }

  async #drain(graceMs: number) {
    const { clock } = this.#options;
    const end = clock.now() + graceMs;
    while (clock.now() < end && this.#hasBusyResidents()) {
      await new Promise<void>(resolve =>
        clock.schedule(resolve, DRAIN_CHECK_MS),
      );
    }
    await this.#committer.settled();
  }

  #hasBusyResidents(): boolean {
    return [...this.#residents.values()].some(
      journal => journal !== 'loading' && journal.isBusy,
    );
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
      await this.#interpret(instance);
    } catch (error) {
      if (this.#state === 'dead') return;
      this.#options.logger.error(
        `The instance could not be taken up: ${messageOf(error)}`,
        { instanceId: id },
      );
      this.#options.clock.schedule(() => {
        if (this.#residents.get(id) === 'loading') void this.#run(instance);
      }, RELOAD_AFTER_MS);
    }
  }

  async #interpret(instance: Instance): Promise<void> {
    const { store, definitions, expressions, runtime, logger } = this.#options;
    const { entries, payloadTexts } = await loadRecording(store, instance.id);
    const journal = new Journal(
      this.#portOf(instance.id),
      instance,
      entries,
      payloadTexts,
    );
    if (!this.#residents.has(instance.id)) return;
    const signals = await this.#signalsFor(instance);
    if (instance.status === 'suspended') {
      await this.#leaveSuspended(journal, signals);
      this.#residents.delete(instance.id);
      return;
    }
    try {
      const definition = await definitions.byHash(
        instance.workflowId,
        instance.definitionHash,
      );
      requireBehaviour(instance);
      this.#residents.set(instance.id, journal);
      signals.forEach(signal => journal.signal(signal));
      await runWorkflow({
        definition,
        expressions,
        runtime,
        host: journal,
        start: {
          instanceId: instance.id,
          input: decodePayload(instance.input, payloadTexts),
          startedAt: journal.begin(),
        },
      });
      await journal.finish();
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.error(`The instance was set aside: ${messageOf(error)}`, {
        instanceId: instance.id,
        workflowId: instance.workflowId,
      });
      await journal.suspend(reasonOf(error));
    }
    this.#residents.delete(instance.id);
  }

  /** Known before the instance runs on, lest it park again before it hears them. */
  async #signalsFor({ id, openSignals }: Instance): Promise<readonly Signal[]> {
    if (openSignals === 0) return [];
    const signals = await this.#options.store.pendingSignals(this.id);
    return signals.filter(({ instanceId }) => instanceId === id);
  }

  /** An instance that was set aside can only be cancelled. */
  async #leaveSuspended(journal: Journal, [cancel]: readonly Signal[]) {
    if (cancel) await journal.forceCancel(cancel);
    else await journal.finish();
  }

  #portOf(instanceId: string): JournalPort {
    const { clock, settings, activities } = this.#options;
    return {
      clock,
      parkAfterMs: settings.parkAfterMs,
      commit: step => this.#commit(step),
      execute: (effect, signal) =>
        this.#limit(() =>
          activities.execute(effect, {
            signal,
            idempotencyKey: `${instanceId}${effect.taskKey}`,
          }),
        ),
      onParked: () => this.#residents.delete(instanceId),
      breathe: () => this.#breathe(),
    };
  }

  /** A step of an instance that is lost never resolves: whatever waits for it is dropped, not told. */
  async #commit(step: Append): Promise<void> {
    const result = await this.#committer.commit(step);
    if (result === 'committed') {
      this.#options.onAppended?.(step.instanceId);
      return;
    }
    const journal = this.#residents.get(step.instanceId);
    if (journal && journal !== 'loading') journal.dispose();
    this.#residents.delete(step.instanceId);
    await new Promise<never>(() => {});
  }

  #breathe(): Promise<void> | undefined {
    const { clock } = this.#options;
    if (clock.now() - this.#lastBreath < BREATH_EVERY_MS) return undefined;
    return new Promise(resolve => {
      setImmediate(() => {
        this.#lastBreath = clock.now();
        resolve();
      });
    });
  }
}

function requireBehaviour({ behaviourVersion }: Instance) {
  if (behaviourVersion !== BEHAVIOUR_VERSION) {
    throw new EngineError(
      'STATE_CONFLICT',
      `The instance was started by behaviour ${behaviourVersion} of the interpreter; this version has ${BEHAVIOUR_VERSION}`,
    );
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
}

/** What people are told; what an unexpected error says is for the backend's log alone. */
function reasonOf(error: unknown): string {
  return error instanceof EngineError || error instanceof NonDeterminismError
    ? error.message
    : 'An internal error of the engine; the log of the backend says more';
}
