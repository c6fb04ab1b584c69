import type {
  Approval,
  ApprovalPage,
  ListApprovalsRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OrchestratorClient } from '../api/OrchestratorClient';
import { answerError } from './answerError';

type DecideRequest = Parameters<OrchestratorClient['decideApproval']>[0];

/** An approval that asks the person who looks; what is not said has a default. */
export function someApproval(more: Partial<Approval> = {}): Approval {
  return {
    id: 'a-1',
    instanceId: 'run-1',
    workflow: { id: 'hello', version: '1.0.0' },
    task: '/do/0/ask',
    initiator: 'user:default/ada',
    title: 'Drop the database?',
    approvers: ['group:default/dba'],
    decisions: ['approve', 'reject'],
    required: 1,
    excludeInitiator: false,
    status: 'pending',
    isLate: false,
    requestedAt: '2026-01-01T10:00:00Z',
    votes: [],
    mayDecide: true,
    ...more,
  };
}

/** Approvals in memory, decided as the server does by one vote. */
export class FakeApprovals {
  readonly decided: DecideRequest[] = [];
  readonly #byId: Map<string, Approval>;

  constructor(approvals: readonly Approval[]) {
    this.#byId = new Map(approvals.map(one => [one.id, one]));
  }

  list({ status }: ListApprovalsRequest): ApprovalPage {
    const items = [...this.#byId.values()];
    return { items: items.filter(one => !status || one.status === status) };
  }

  async get(id: string): Promise<Approval> {
    const found = this.#byId.get(id);
    if (found) return found;
    const message = `There is no approval "${id}" that you may see`;
    throw await answerError(404, 'APPROVAL_NOT_FOUND', message);
  }

  async decide(request: DecideRequest, by = 'user:default/me') {
    const { approvalId, decision, comment, data } = request;
    this.decided.push(request);
    const approval = await this.get(approvalId);
    if (approval.status !== 'pending') {
      const message = `Approval ${approvalId}: already decided by ${approval.votes[0].by}: ${approval.decision}`;
      throw await answerError(409, 'STATE_CONFLICT', message);
    }
    const vote = { decision, by, comment, data };
    const decidedAt = '2026-01-01T11:00:00Z';
    const after: Approval = {
      ...approval,
      status: 'decided',
      decision,
      mayDecide: false,
      votes: [{ ...vote, decidedAt }],
    };
    this.#byId.set(approvalId, after);
    return after;
  }
}
