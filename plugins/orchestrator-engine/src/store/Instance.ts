import type {
  Actor,
  DefinitionVersion,
  ErrorDetails,
  EventType,
  InstanceStatus,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Idempotency } from './Idempotency';

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
  /** When a worker began with it. */
  readonly startedAt?: number;
  /** When it ended, or failed. */
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
  /**
   * Whether it is to be accepted only if its definition is the one that its workflow has now, and the workflow can be run: enabled,
   * and the definition without errors.
   * Default: it is accepted anyhow.
   */
  readonly onlyIfCurrent?: boolean;
}
