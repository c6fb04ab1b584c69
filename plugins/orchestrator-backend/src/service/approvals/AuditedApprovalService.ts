import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  ApprovalDecision,
  ApprovalListQuery,
  ApprovalService,
  ShownApproval,
} from './ApprovalService';

/** Notes every decision, and every access that was denied, with the auditor. What was filled in is not noted. */
export class AuditedApprovalService implements ApprovalService {
  constructor(
    private readonly inner: ApprovalService,
    private readonly trail: AuditTrail,
  ) {}

  list(
    query: ApprovalListQuery,
    caller: Caller,
  ): Promise<readonly ShownApproval[]> {
    const read = () => this.inner.list(query, caller);
    return this.trail.read('approval-list', caller, {}, read);
  }

  get(approvalId: string, caller: Caller): Promise<ShownApproval> {
    const read = () => this.inner.get(approvalId, caller);
    return this.trail.read('approval-read', caller, { approvalId }, read);
  }

  decide(request: ApprovalDecision, caller: Caller): Promise<ShownApproval> {
    const { approvalId, decision } = request;
    const meta = { approvalId, decision };
    const decide = () => this.inner.decide(request, caller);
    return this.trail.write(
      'approval-decide',
      caller,
      meta,
      decide,
      ({ instanceId, taskKey, status }) => ({ instanceId, taskKey, status }),
    );
  }
}
