import type {
  Approval,
  ApprovalFilter,
  ApprovalStore,
  Clock,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { actorOf, type Caller } from '../Caller';
import { approvalNotFound } from '../notFound';
import type {
  ApprovalDecision,
  ApprovalListQuery,
  ApprovalService,
  ShownApproval,
} from './ApprovalService';
import type { OwnershipClaims } from './OwnershipClaims';

/** {@link ApprovalService} over the engine. Lets everyone do everything. */
export class DefaultApprovalService implements ApprovalService {
  constructor(
    private readonly parts: {
      readonly approvals: ApprovalStore;
      readonly runtime: WorkflowRuntime;
      readonly claims: OwnershipClaims;
      readonly clock: Clock;
    },
  ) {}

  async list(
    { scope, isLate, filter, ...page }: ApprovalListQuery,
    caller: Caller,
  ): Promise<readonly ShownApproval[]> {
    const { approvals, clock } = this.parts;
    const wanted: ApprovalFilter = {
      ...filter,
      approvers: await this.#approversOf(scope, caller),
      ...(isLate && { dueBefore: clock.now() }),
    };
    const found = await approvals.list({ ...page, filter: wanted });
    return found.map(approval => this.#shown(approval, caller));
  }

  async get(approvalId: string, caller: Caller): Promise<ShownApproval> {
    const approval = await this.parts.approvals.get(approvalId);
    if (!approval) throw approvalNotFound(approvalId);
    return this.#shown(approval, caller);
  }

  async decide(
    { idempotencyKey, ...request }: ApprovalDecision,
    caller: Caller,
  ): Promise<ShownApproval> {
    const actor = actorOf(caller);
    const act = { actor, idempotencyKey };
    const approval = await this.parts.runtime.decide(request, act);
    return this.#shown(approval, caller);
  }

  async #approversOf(
    scope: ApprovalListQuery['scope'],
    caller: Caller,
  ): Promise<readonly string[] | undefined> {
    if (scope === 'all') return undefined;
    const claims = await this.parts.claims.of(caller);
    const own = caller.ref.toLowerCase();
    return claims.filter(ref => (ref === own) === (scope === 'mine'));
  }

  #shown(approval: Approval, { ref }: Caller): ShownApproval {
    const { status, dueAt = Infinity, votes } = approval;
    const isPending = status === 'pending';
    return {
      ...approval,
      isLate: isPending && dueAt < this.parts.clock.now(),
      mayDecide: isPending && !votes.some(({ by }) => by === ref),
    };
  }
}
