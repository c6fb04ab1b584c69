import type { NewApproval } from './ApprovalStore';
import type { NewAwait } from './EventStore';
import type {
  InstanceChange,
  LogEntry,
  NewInstance,
  StoredPayload,
} from './Instance';
import type { Signal } from './Signal';

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
 * `conflict` when the key was used for another; `outdated` when it was to be accepted only with the present definition of
 * a workflow that can be run, which it does not have.
 *
 * @public
 */
export type Accepted =
  | { readonly kind: 'created' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'outdated' };

/** What became of a {@link Commit}, in its order. @public */
export interface Committed {
  /** Whether the step is in the log; `false` means that the worker owns the instance no longer (R2). */
  readonly steps: readonly boolean[];
  readonly created: readonly Accepted[];
}
