import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Vote } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ShownApproval } from '../../service/approvals/ApprovalService';

/** What people are asked. */
export function presentApproval(
  approval: ShownApproval,
): components['schemas']['Approval'] {
  const { id, instanceId, title, description, initiator } = approval;
  const { workflowId, workflowVersion, status, decision } = approval;
  const { isLate, mayDecide, required, excludeInitiator } = approval;
  return {
    id,
    instanceId,
    workflow: { id: workflowId, version: workflowVersion },
    task: approval.taskKey,
    initiator,
    entityRef: approval.targetEntity,
    title,
    description,
    formSchema: presentForm(approval.formSchema),
    approvers: [...approval.approvers],
    decisions: [...approval.decisions],
    required,
    excludeInitiator,
    status,
    isLate,
    requestedAt: isoTime(approval.requestedAt),
    dueAt: approval.dueAt === undefined ? undefined : isoTime(approval.dueAt),
    closedAt:
      approval.closedAt === undefined ? undefined : isoTime(approval.closedAt),
    decision,
    votes: approval.votes.map(presentVote),
    mayDecide,
  };
}

function presentVote({
  decision,
  by,
  comment,
  data,
  at,
}: Vote): components['schemas']['ApprovalVote'] {
  return { decision, by, comment, data, decidedAt: isoTime(at) };
}

/** Clients are given objects: `true` takes what `{}` takes, `false` what `{ not: {} }` takes. */
function presentForm(schema: ShownApproval['formSchema']) {
  if (typeof schema !== 'boolean') return schema && { ...schema };
  return schema ? {} : { not: {} };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
