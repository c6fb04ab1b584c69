/**
 * Lets callers see and decide what they are asked.
 *
 * - P1 Whom an approval names, oneself or by a group, sees it and decides it; that needs no permission, and no permission takes its
 *   place: nobody decides who is not asked.
 * - P2 Whoever may see a run sees what it asks.
 * - P3 With `excludeInitiator` who has started the run does not decide, though they be named.
 */
import { NotAllowedError } from '@backstage/errors';
import { orchestratorWorkflowPermission } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  ApprovalFilter,
  InstanceFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from '../allOf';
import type { Caller } from '../Caller';
import type { CallerPermissions } from '../access/CallerPermissions';
import { filterOfScope, includesInstance } from '../access/InstanceScope';
import { approvalNotFound } from '../notFound';
import { instancesInScope, isInScope } from '../access/WorkflowScope';
import type {
  ApprovalDecision,
  ApprovalListQuery,
  ApprovalService,
  ShownApproval,
} from './ApprovalService';
import type { OwnershipClaims } from './OwnershipClaims';

/** See the module header. */
export class AuthorizedApprovalService implements ApprovalService {
  constructor(
    private readonly inner: ApprovalService,
    private readonly permissions: CallerPermissions,
    private readonly claims: OwnershipClaims,
  ) {}

  async list(
    query: ApprovalListQuery,
    caller: Caller,
  ): Promise<readonly ShownApproval[]> {
    const visibleTo = await this.#visible(caller);
    const filter = { ...query.filter, visibleTo };
    const found = await this.inner.list({ ...query, filter }, caller);
    return Promise.all(found.map(approval => this.#to(approval, caller)));
  }

  async get(approvalId: string, caller: Caller): Promise<ShownApproval> {
    const approval = await this.inner.get(approvalId, caller);
    const isVisible =
      (await this.#isNamed(approval, caller)) ||
      (await this.#seesRun(approval, caller));
    if (isVisible) return this.#to(approval, caller);
    throw approvalNotFound(
      approvalId,
      new NotAllowedError('You are not among those who are asked'),
    );
  }

  async decide(
    decision: ApprovalDecision,
    caller: Caller,
  ): Promise<ShownApproval> {
    const approval = await this.get(decision.approvalId, caller);
    if (!(await this.#isNamed(approval, caller))) {
      throw new NotAllowedError(
        `Only who is asked can decide this approval: ${approval.approvers.join(
          ', ',
        )}`,
      );
    }
    if (isExcluded(approval, caller)) {
      throw new NotAllowedError(
        'You have started the run; this approval must be decided by somebody else',
      );
    }
    const decided = await this.inner.decide(decision, caller);
    return this.#to(decided, caller);
  }

  async #to(approval: ShownApproval, caller: Caller): Promise<ShownApproval> {
    const mayDecide =
      approval.mayDecide &&
      !isExcluded(approval, caller) &&
      (await this.#isNamed(approval, caller));
    return { ...approval, mayDecide };
  }

  /** P1 */
  async #isNamed(
    { approvers }: ShownApproval,
    caller: Caller,
  ): Promise<boolean> {
    const claims = await this.claims.of(caller);
    return approvers.some(ref => claims.includes(ref));
  }

  /** P2 */
  async #seesRun(approval: ShownApproval, caller: Caller): Promise<boolean> {
    const permission = orchestratorWorkflowPermission;
    const scope = await this.permissions.scopeOf(permission, caller);
    if (!isInScope(scope, approval.workflowId)) return false;
    const instances = await this.permissions.visibleInstances(caller);
    return includesInstance(instances, approval);
  }

  /** P1, P2 */
  async #visible(caller: Caller): Promise<ApprovalFilter['visibleTo']> {
    const instances = await this.#visibleInstances(caller);
    if (instances === 'all') return undefined;
    return { approvers: await this.claims.of(caller), instances };
  }

  async #visibleInstances(caller: Caller): Promise<InstanceFilter | 'all'> {
    const permission = orchestratorWorkflowPermission;
    const workflows = await this.permissions.scopeOf(permission, caller);
    const instances = await this.permissions.visibleInstances(caller);
    const filters = [instancesInScope(workflows), filterOfScope(instances)];
    return allOf(...filters) ?? 'all';
  }
}

/** P3 */
function isExcluded(
  { excludeInitiator, initiator }: ShownApproval,
  { ref }: Caller,
): boolean {
  return excludeInitiator && initiator === ref;
}
