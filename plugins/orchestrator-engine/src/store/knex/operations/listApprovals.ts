import type { Knex } from 'knex';
import type {
  Approval,
  ApprovalFilter,
  ApprovalPlace,
  ApprovalQuery,
} from '../../ApprovalStore';
import { applyInstanceFilter } from '../instanceFilter';
import { approvalOf, voteOf } from '../rows';
import type {
  ApprovalApproverRow,
  ApprovalRow,
  ApprovalVoteRow,
  InstanceRow,
} from '../tables';

type Query = Knex.QueryBuilder<ApprovalRow, ApprovalRow[]>;

/**
 * A page of approvals. By one of the indexes `approvals_by_time`, `_by_status`, `_by_workflow`, `_by_entity`, `_by_initiator` and
 * `_by_instance`; those of an approver by `approvals_by_approver`.
 */
export async function listApprovals(
  knex: Knex,
  { filter, after, limit }: ApprovalQuery,
): Promise<readonly Approval[]> {
  const isOldestFirst = filter.status === 'pending';
  const direction = isOldestFirst ? 'asc' : 'desc';
  const query = knex<ApprovalRow>('approvals').orderBy([
    { column: 'requested_at', order: direction },
    { column: 'id', order: direction },
  ]);
  narrow(knex, query, filter);
  if (after) follow(query, after, isOldestFirst ? '>' : '<');
  const rows: ApprovalRow[] = await query.limit(limit);
  return withVotes(knex, rows);
}

function narrow(knex: Knex, query: Query, filter: ApprovalFilter) {
  const { status, workflowId, instanceId, targetEntity, dueBefore } = filter;
  const { approvers, visibleTo } = filter;
  if (status) query.where({ status });
  if (workflowId !== undefined) query.where({ workflow_id: workflowId });
  if (instanceId !== undefined) query.where({ instance_id: instanceId });
  if (targetEntity !== undefined) query.where({ target_entity: targetEntity });
  if (dueBefore !== undefined) {
    query.where({ status: 'pending' }).where('due_at', '<', dueBefore);
  }
  if (approvers) query.whereIn('id', idsFor(knex, approvers, status));
  if (visibleTo) query.whereIn('id', idsVisible(knex, visibleTo, status));
}

/** Two sets that are united, not two conditions: a database would look at all approvals for what fits one of those. */
function idsVisible(
  knex: Knex,
  { approvers, instances }: NonNullable<ApprovalFilter['visibleTo']>,
  status: ApprovalFilter['status'],
) {
  const named = idsFor(knex, approvers, status);
  if (!instances) return named;
  const runs = applyInstanceFilter(
    knex,
    knex<InstanceRow>('instances').select('instances.id'),
    instances,
  );
  return named.union(
    knex('approvals').select('id').whereIn('instance_id', runs),
  );
}

function idsFor(
  knex: Knex,
  approvers: readonly string[],
  status: ApprovalFilter['status'],
) {
  const query = knex<ApprovalApproverRow>('approval_approvers')
    .select('approval_id')
    .whereIn('approver', [...approvers]);
  return status ? query.where({ status }) : query;
}

function follow(query: Query, after: ApprovalPlace, than: '<' | '>') {
  const { requestedAt, id } = after;
  query.where(rest =>
    rest
      .where('requested_at', than, requestedAt)
      .orWhere(same =>
        same.where({ requested_at: requestedAt }).where('id', than, id),
      ),
  );
}

/** The approvals of rows, with their votes. By the primary key of `approval_votes`. */
export async function withVotes(
  knex: Knex,
  rows: readonly ApprovalRow[],
): Promise<readonly Approval[]> {
  if (rows.length === 0) return [];
  const votes = await knex<ApprovalVoteRow>('approval_votes')
    .whereIn(
      'approval_id',
      rows.map(({ id }) => id),
    )
    .orderBy(['approval_id', 'number']);
  return rows.map(row =>
    approvalOf(
      row,
      votes.filter(vote => vote.approval_id === row.id).map(voteOf),
    ),
  );
}
