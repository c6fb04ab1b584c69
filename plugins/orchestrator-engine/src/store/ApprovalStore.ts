import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Json,
  JsonSchema,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { InstanceFilter } from './InstanceReader';
import type { Idempotency } from './InstanceStore';

/** What a step adds that asks people. @public */
export interface NewApproval {
  readonly id: string;
  readonly effectId: string;
  /** Of the task that asks. */
  readonly taskKey: string;
  readonly title: string;
  /** Entity refs of users and groups. */
  readonly approvers: readonly string[];
  readonly request: ApprovalTerms;
  /** Milliseconds since the epoch, as are the other times. */
  readonly requestedAt: number;
  readonly dueAt?: number;
}

/** By which rules it is decided, and what is to be known and filled in. @public */
export interface ApprovalTerms {
  readonly description?: string;
  /** The first lets it pass. */
  readonly decisions: readonly string[];
  /** How many people must decide for the first. */
  readonly required: number;
  readonly excludeInitiator: boolean;
  readonly formSchema?: JsonSchema;
}

/** `withdrawn`: the task has ended, or gone another way, before anybody had decided. @public */
export type ApprovalStatus = 'pending' | 'decided' | 'withdrawn';

/** What one person has decided. @public */
export interface Vote {
  readonly decision: string;
  /** Entity ref. */
  readonly by: string;
  readonly comment?: string;
  readonly data?: Json;
  readonly at: number;
}

/** A question to people, as it stands. @public */
export interface Approval extends Omit<NewApproval, 'request'>, ApprovalTerms {
  readonly instanceId: string;
  readonly workflowId: string;
  readonly workflowVersion: string;
  /** Who has started the instance. */
  readonly initiator?: string;
  readonly targetEntity?: string;
  readonly status: ApprovalStatus;
  /** When it was decided or withdrawn. */
  readonly closedAt?: number;
  /** The one that counts. */
  readonly decision?: string;
  /** In the order in which they were made. */
  readonly votes: readonly Vote[];
}

/** Which approvals. @public */
export interface ApprovalFilter {
  readonly status?: ApprovalStatus;
  readonly workflowId?: string;
  readonly instanceId?: string;
  readonly targetEntity?: string;
  /** Only what is pending and was due before this time. */
  readonly dueBefore?: number;
  /** Only those that name one of these as an approver. */
  readonly approvers?: readonly string[];
  /** Only those that name one of these, or that are of such an instance. Default: all. */
  readonly visibleTo?: {
    readonly approvers: readonly string[];
    /** Default: of none. */
    readonly instances?: InstanceFilter;
  };
}

/** Where a page of approvals ends. @public */
export type ApprovalPlace = Pick<Approval, 'id' | 'requestedAt'>;

/** A page of approvals: what is pending oldest first, anything else newest first. @public */
export interface ApprovalQuery {
  readonly filter: ApprovalFilter;
  readonly after?: ApprovalPlace;
  readonly limit: number;
}

/** A decision to be counted. @public */
export interface NewVote {
  readonly approvalId: string;
  readonly vote: Vote;
  /** Who decides. */
  readonly actor: Actor;
  /** Of the signal to the instance, should the vote decide. */
  readonly signalId: string;
}

/**
 * What became of a vote: `known` when its key was used before for the same request, `conflict` when it was used for another, `late`
 * when it is no longer pending, `repeated` when this person has decided before.
 *
 * @public
 */
export type Voted =
  | 'counted'
  | 'known'
  | 'conflict'
  | 'late'
  | 'repeated'
  | 'unknown';

/**
 * What people are asked, and what they have decided.
 *
 * A row is written with the step that asks, and closed with the one that asks no more; the instance is told of a decision in the
 * transaction that takes it.
 *
 * @public
 */
export interface ApprovalStore {
  list(query: ApprovalQuery): Promise<readonly Approval[]>;
  get(id: string): Promise<Approval | undefined>;
  /**
   * Counts a vote; when it decides, closes the approval and tells the instance, all or nothing.
   *
   * @param idempotency - the same key of the same actor counts once
   */
  vote(vote: NewVote, idempotency?: Idempotency): Promise<Voted>;
}
