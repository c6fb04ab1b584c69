import type {
  Approval,
  ApprovalFilter,
  ApprovalPlace,
  DecisionRequest,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** An approval, as it is to one caller now. */
export interface ShownApproval extends Approval {
  /** Whether it is pending and overdue. */
  readonly isLate: boolean;
  /** Whether the caller may decide it now. */
  readonly mayDecide: boolean;
}

/** Which approvals, which page. */
export interface ApprovalListQuery {
  /** Those that name the caller, or a group of the caller's. Default: all. */
  readonly scope: 'mine' | 'groups' | 'all';
  /** Whether only what is overdue is wanted. */
  readonly isLate: boolean;
  readonly filter: Omit<ApprovalFilter, 'approvers' | 'dueBefore'>;
  readonly after?: ApprovalPlace;
  readonly limit: number;
}

/** What a caller decides. */
export interface ApprovalDecision extends DecisionRequest {
  readonly idempotencyKey?: string;
}

/**
 * What people are asked by runs, and what they decide.
 *
 * Every method may throw {@link EngineError} `STORE_UNAVAILABLE`. What the caller may not see does not exist.
 */
export interface ApprovalService {
  /** What is pending oldest first, anything else newest first. */
  list(
    query: ApprovalListQuery,
    caller: Caller,
  ): Promise<readonly ShownApproval[]>;
  /** @throws {@link EngineError} `APPROVAL_NOT_FOUND`, as the next */
  get(approvalId: string, caller: Caller): Promise<ShownApproval>;
  /** @throws {@link EngineError} as `WorkflowRuntime.decide`; `NotAllowedError` when others are asked */
  decide(decision: ApprovalDecision, caller: Caller): Promise<ShownApproval>;
}
