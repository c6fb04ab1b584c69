import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Accepted, Commit, Committed } from './Commit';
import type { Idempotency, KeyUse } from './Idempotency';
import type { Instance, LogEntry, NewInstance } from './Instance';
import type { Signal, SignalAccepted } from './Signal';

export type * from './Commit';
export { KEY_LIFETIME_MS, type Idempotency, type KeyUse } from './Idempotency';
export type * from './Instance';
export type * from './Signal';

/**
 * What a worker wants to run: at most `limit` instances, those of the highest priority first; among equals those of the workflow of
 * which it has fewest, then those due longest.
 *
 * @public
 */
export interface Claim {
  readonly workerId: string;
  readonly now: number;
  readonly limit: number;
  /** How many instances of each workflow the worker owns. Default: none. */
  readonly owned?: ReadonlyMap<string, number>;
  /** Default: no limit. */
  readonly maxPerWorkflow?: number;
}

/** How many instances of a workflow wait for a worker, at one priority. @public */
export interface QueuedWorkflow {
  readonly workflowId: string;
  readonly priority: number;
  /** How many. */
  readonly due: number;
}

/** What {@link Instance.authTokens} is once the instance has ended. @public */
export const DROPPED_TOKENS = 'dropped';

/**
 * What the runtime needs of a database. Every method is one transaction.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`, which a later try may not meet.
 *
 * @public
 */
export interface InstanceStore {
  /** Accepts an instance: row and first entry, due at once, owned by nobody. */
  create(instance: NewInstance): Promise<Accepted>;

  /**
   * Accepts a signal and makes its instance due. One that has failed and can go on takes `retry` and `act`, any other that has ended
   * takes none. Later ones come after earlier ones, whatever the clocks of those who send them say.
   *
   * @param idempotency - the same key of the same actor counts once
   * @param authTokens - what takes the place of {@link Instance.authTokens}. Default: they stay as they are
   */
  signal(
    signal: Signal,
    idempotency?: Idempotency,
    authTokens?: string,
  ): Promise<SignalAccepted>;

  /** Whether the actor has used the key in the last 24 hours, and for the same request. */
  keyUse(
    idempotency: Idempotency,
    by: { readonly actor: Actor; readonly now: number },
  ): Promise<KeyUse>;

  /** Forgets idempotency keys, of signals and of new instances, that were used before this time. */
  forgetIdempotencyKeys(before: number): Promise<void>;

  /** Begins a lease for a new worker. */
  registerWorker(workerId: string, leaseMs: number): Promise<void>;
  /** Prolongs the lease. `false` when the worker was declared dead: it must drop what it holds. */
  renewLease(workerId: string, leaseMs: number): Promise<boolean>;
  /** Declares workers dead whose lease has run out and makes their instances due. Returns how many instances. */
  takeOver(workerId: string): Promise<number>;
  /** Gives back all that the worker owns, due at once unless it waits for a time, and ends its lease. */
  releaseWorker(workerId: string): Promise<void>;

  /**
   * Makes the worker the owner of due instances, chosen fairly between workflows ({@link Claim}).
   *
   * @throws {@link WorkerFencedError} the worker was declared dead
   */
  claimDue(claim: Claim): Promise<readonly Instance[]>;

  /** How many instances are due and nobody's, by priority and workflow; counts no further than `countUpTo` in each. */
  queued(of: {
    readonly now: number;
    readonly countUpTo: number;
  }): Promise<readonly QueuedWorkflow[]>;

  /** Gives one instance back, due at once, should the worker own it still. */
  requeue(workerId: string, instanceId: string): Promise<void>;

  /** Gives one instance back, due later, should the worker own it still; `isFault`: it could not be interpreted. */
  postpone(
    workerId: string,
    instanceId: string,
    until: { readonly wakeAt: number; readonly isFault: boolean },
  ): Promise<void>;

  /** Ids of all instances that the worker owns. */
  ownedBy(workerId: string): Promise<readonly string[]>;

  /** Signals for instances that this worker owns, oldest first. */
  pendingSignals(workerId: string): Promise<readonly Signal[]>;
  /** Signals that one instance has not yet taken up, oldest first. */
  signalsOf(instanceId: string): Promise<readonly Signal[]>;

  /** The log, in order. @param fromSeq - where to begin; default: with the oldest entry that is kept */
  loadLog(instanceId: string, fromSeq?: number): Promise<readonly LogEntry[]>;
  /** JSON text by hash; those that do not exist are missing. */
  loadPayloads(
    instanceId: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;

  /**
   * Commits steps of several instances and accepts new ones together, each whole or not at all (L1).
   *
   * @throws {@link WorkerFencedError} the worker was declared dead; nothing was written
   */
  commit(workerId: string, commit: Commit): Promise<Committed>;

  /** How many commits at once make good use of the database. */
  readonly commitsAtOnce: number;
}

/** A worker that was declared dead has tried to write. @public */
export class WorkerFencedError extends Error {
  readonly name = 'WorkerFencedError';
}
