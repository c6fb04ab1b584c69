import type {
  Actor,
  CloudEvent,
  DefinitionVersion,
  ErrorDetails,
  EventType,
  InstanceStatus,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { TaskAction } from '../TaskAction';
import type { NewApproval } from './ApprovalStore';
import type { NewAwait } from './EventStore';

/** An entry as the store keeps it. @public */
export interface LogEntry {
  readonly seq: number;
  readonly type: EventType;
  readonly taskKey?: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly actor?: Actor;
  readonly data: { readonly [key: string]: unknown };
}

/** A value that is kept apart from the entries that refer to it. @public */
export interface StoredPayload {
  readonly sha256: string;
  /** JSON text. */
  readonly text: string;
}

/** An instance as its row says: what folding its log gives, and who runs it. @public */
export interface Instance {
  readonly id: string;
  readonly workflowId: string;
  readonly workflowVersion: string;
  readonly definitionHash: string;
  readonly behaviourVersion: number;
  /** Changes when the log is rebuilt; first part of the ids of events. */
  readonly epoch: string;
  /** Of the last entry. */
  readonly seq: number;
  /** Of the entry at which a replay begins. Default: the first. */
  readonly checkpointSeq?: number;
  /** Of the oldest entry that is kept. Default: 1. */
  readonly firstSeq?: number;
  readonly status: InstanceStatus;
  readonly because?: string;
  readonly input: Payload;
  readonly output?: Payload;
  readonly error?: ErrorDetails;
  readonly initiator?: string;
  readonly targetEntity?: string;
  /** Milliseconds since the epoch, as are the other times. */
  readonly createdAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** What started it, when that was another instance. */
  readonly parent?: ParentRef;
  /** The instance that this one is another run of. */
  readonly rerunOf?: string;
  /** What people know it by. */
  readonly businessKey?: string;
  /** What people sort it by: names of at most 63 characters, values of at most 255. */
  readonly labels?: { readonly [name: string]: string };
  /** Present in a test, which counts in no statistics and is kept for a short time. */
  readonly testSession?: string;
  /** The span that it was started in (W3C Trace Context): what it calls belongs to the same trace. */
  readonly traceparent?: string;
  /** Tokens that its caller gave it, encrypted; `dropped` when it has ended since. Default: it was given none. */
  readonly authTokens?: string;
  /** How many signals it has not yet taken up. */
  readonly openSignals: number;
  /** How often in a row it could not be interpreted. Default: 0. */
  readonly faults?: number;
}

/** What an instance was started by. @public */
export interface ParentRef {
  readonly instanceId: string;
  readonly effectId: string;
  /** Whether the parent waits for its end. */
  readonly isAwaited: boolean;
}

/** Columns of the row that entries change. @public */
export interface InstanceChange {
  readonly status: InstanceStatus;
  readonly because?: string;
  readonly output?: Payload;
  readonly error?: ErrorDetails;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Whether it has failed and can go on: signals that it has not yet taken up are kept. */
  readonly canRetry?: boolean;
  /** The definition that it has gone on with, when that is not the one that it was started with. */
  readonly definition?: DefinitionVersion;
  /** Of the entry at which a replay begins. Default: the first. */
  readonly checkpointSeq?: number;
  /** When a worker must take the instance up again, should nobody own it. */
  readonly wakeAt?: number;
}

/** One step of one instance. @public */
export interface Append {
  readonly instanceId: string;
  /** `seq` before this step; another value in the row means that somebody else has written. */
  readonly afterSeq: number;
  readonly entries: readonly LogEntry[];
  readonly payloads: readonly StoredPayload[];
  readonly change: InstanceChange;
  /** Signals that the entries answer; they go in the same transaction. */
  readonly takenSignals: readonly string[];
  /** Whether the worker gives the instance up with this step. */
  readonly release: boolean;
  /** What tasks listen for from this step on. */
  readonly awaits?: readonly NewAwait[];
  /** Effects that listen no more; `all` when it is not known which do. */
  readonly endedAwaits?: readonly string[] | 'all';
  /** What tasks ask people from this step on. */
  readonly approvals?: readonly NewApproval[];
  /** Effects whose approval is asked for no more, even if it was decided just before; `all` of the instance that are pending. */
  readonly withdrawnApprovals?: readonly string[] | 'all';
  /** For other instances: they are due once these are announced. */
  readonly signals?: readonly Signal[];
}

/** @public */
export interface NewInstance
  extends Omit<
    Instance,
    | 'seq'
    | 'checkpointSeq'
    | 'firstSeq'
    | 'status'
    | 'because'
    | 'openSignals'
    | 'faults'
  > {
  readonly payloads: readonly StoredPayload[];
  /** What has a higher one is claimed first. Default: 0. */
  readonly priority?: number;
  /** Who caused its first entry. */
  readonly actor?: Actor;
  readonly idempotency?: Idempotency;
}

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
  readonly due: number;
}

/** A new instance in a commit. @public */
export interface Creation {
  readonly instance: NewInstance;
  /** Whether the worker that commits it owns it from the start; else it is due at once for whoever claims it. */
  readonly isOwned: boolean;
  /** What its owner has made of it already. */
  readonly firstStep?: FirstStep;
}

/** A step that is committed with its instance: it neither waits for others nor tells them anything. @public */
export type FirstStep = Pick<
  Append,
  'entries' | 'payloads' | 'change' | 'release'
>;

/** What leaves in one transaction. @public */
export interface Commit {
  readonly steps: readonly Append[];
  readonly created: readonly Creation[];
}

/**
 * What became of a new instance: `known` when it is there already, or its idempotency key was used before for the same request;
 * `conflict` when the key was used for another.
 *
 * @public
 */
export type Accepted =
  | { readonly kind: 'created' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'conflict' };

/** What became of a {@link Commit}, in its order. @public */
export interface Committed {
  /** Whether the step is in the log; `false` means that the worker owns the instance no longer (R2). */
  readonly steps: readonly boolean[];
  readonly created: readonly Accepted[];
}

/** A key under which a request counts once for 24 hours. @public */
export interface Idempotency {
  readonly key: string;
  /** Of the request; another hash under the same key is a conflict. */
  readonly requestHash: string;
}

/** How long a key counts: 24 hours. @public */
export const KEY_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** What {@link Instance.authTokens} is once the instance has ended. @public */
export const DROPPED_TOKENS = 'dropped';

/** How a key was used before. @public */
export type KeyUse = 'new' | 'known' | 'conflict';

/**
 * What became of a signal: `known` when its key was used before for the same request, `conflict` when it was used for another,
 * `refused` when the instance does not exist or has ended.
 *
 * @public
 */
export type SignalAccepted = 'accepted' | 'known' | 'conflict' | 'refused';

/** What a {@link Signal} of each kind says. @public */
export interface SignalData {
  /** Stop; with `force` without waiting for what runs. */
  readonly cancel: { readonly force?: boolean };
  /** Begin no further task. */
  readonly suspend: {};
  /** Go on, after `suspend` or after having been set aside. */
  readonly resume: {};
  /** Go on with an instance that has failed. */
  readonly retry: RetryData;
  /** Decide what becomes of one task. */
  readonly act: { readonly taskKey: string; readonly action: TaskAction };
  /** An event that a listening task waits for. */
  readonly event: {
    readonly effectId: string;
    readonly event: CloudEvent;
    /** Index of the expectation that takes it. */
    readonly expectation: number;
  };
  /** People have decided what a task asks them. */
  readonly approval: {
    readonly effectId: string;
    readonly approvalId: string;
    /** The task's output: what is decided, by whom and when. */
    readonly output: Json;
  };
  /** A child has ended. */
  readonly child: {
    readonly effectId: string;
    readonly status: InstanceStatus;
    /** When it has completed. */
    readonly output?: Json;
    /** When it has not. */
    readonly error?: ErrorDetails;
  };
}

/** Where and with what an instance that has failed goes on. @public */
export interface RetryData {
  /** Number of the last entry when it was asked for: it only holds for the instance as it was then. */
  readonly afterSeq: number;
  /** Pointer of the task to begin again with. Default: the tasks that failed. */
  readonly from?: string;
  /** Input of that task instead of the one that it had. */
  readonly input?: Json;
  /** Another definition to go on with. Default: the one that it has. */
  readonly definition?: {
    readonly from: DefinitionVersion;
    readonly to: DefinitionVersion;
  };
}

/** Something that an instance is told from outside. @public */
export type Signal = {
  [K in keyof SignalData]: {
    readonly id: string;
    readonly instanceId: string;
    readonly kind: K;
    readonly actor: Actor;
    readonly data: SignalData[K];
    /** Milliseconds since the epoch. */
    readonly createdAt: number;
  };
}[keyof SignalData];

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
  /** Gives back all that the worker owns and ends its lease. */
  releaseWorker(workerId: string, now: number): Promise<void>;

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
