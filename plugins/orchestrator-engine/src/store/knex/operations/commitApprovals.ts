/** The part of a commit that says what people are asked from now on, and what they are asked no more. */
import type { Append } from '../../InstanceStore';
import type { NewApproval } from '../../ApprovalStore';
import type { Prepare } from '../sqliteConnection';
import type { ApprovalApproverRow, ApprovalRow } from '../tables';

/** What a step says of an approval; the rest of its row is the instance's. */
type AskedRow = Pick<
  ApprovalRow,
  | 'id'
  | 'instance_id'
  | 'effect_id'
  | 'task_key'
  | 'title'
  | 'approvers'
  | 'request'
  | 'requested_at'
  | 'due_at'
>;

/**
 * An approval that is asked for no more, even if it was decided just before; without `effect_id`, all of its instance that are
 * pending.
 */
interface WithdrawnRow {
  instance_id: string;
  effect_id: string | null;
  closed_at: number;
}

/** Rows that come of what steps ask people; all empty for most commits. */
export interface ApprovalRows {
  readonly asked: readonly AskedRow[];
  readonly approvers: readonly ApprovalApproverRow[];
  readonly withdrawn: readonly WithdrawnRow[];
}

/** The rows of some steps. */
export function approvalRowsOf(steps: readonly Append[]): ApprovalRows {
  return {
    asked: steps.flatMap(({ instanceId, approvals = [] }) =>
      approvals.map(one => askedRow(instanceId, one)),
    ),
    approvers: steps.flatMap(({ instanceId, approvals = [] }) =>
      approvals.flatMap(one => approverRows(instanceId, one)),
    ),
    withdrawn: steps.flatMap(withdrawnRows),
  };
}

function askedRow(instanceId: string, asked: NewApproval): AskedRow {
  return {
    id: asked.id,
    instance_id: instanceId,
    effect_id: asked.effectId,
    task_key: asked.taskKey,
    title: asked.title.replaceAll('\u0000', ''),
    approvers: JSON.stringify(asked.approvers),
    request: JSON.stringify(asked.request),
    requested_at: asked.requestedAt,
    due_at: asked.dueAt ?? null,
  };
}

function approverRows(
  instanceId: string,
  { id, approvers, requestedAt }: NewApproval,
): ApprovalApproverRow[] {
  return approvers.map(approver => ({
    approver,
    approval_id: id,
    instance_id: instanceId,
    status: 'pending',
    requested_at: requestedAt,
  }));
}

function withdrawnRows({
  instanceId,
  entries,
  withdrawnApprovals = [],
}: Append): WithdrawnRow[] {
  const at = { instance_id: instanceId, closed_at: entries.at(-1)?.time ?? 0 };
  if (withdrawnApprovals === 'all') return [{ ...at, effect_id: null }];
  return withdrawnApprovals.map(id => ({ ...at, effect_id: id }));
}

/** Parts of the statement of Postgres, none of them when there is nothing to write; each `?` takes the binding. */
export function approvalParts({
  asked,
  approvers,
  withdrawn,
}: ApprovalRows): readonly {
  readonly sql: string;
  readonly binding?: string;
}[] {
  return [
    ...(asked.length > 0
      ? [
          { sql: ASKED, binding: JSON.stringify(asked) },
          { sql: NAMED, binding: JSON.stringify(approvers) },
        ]
      : []),
    ...(withdrawn.length > 0
      ? [
          { sql: WITHDRAWN, binding: JSON.stringify(withdrawn) },
          { sql: NAMED_NO_MORE },
        ]
      : []),
  ];
}

const ASKED = `asked as (
  insert into approvals (
    id, instance_id, effect_id, task_key, workflow_id, workflow_version, initiator, target_entity,
    status, title, approvers, request, requested_at, due_at
  )
  select asked.id, instance_id, effect_id, task_key, workflow_id, workflow_version, initiator, target_entity,
    'pending', title, approvers, request, requested_at, due_at
  from json_to_recordset(?::json) as asked (
    id text, instance_id text, effect_id text, task_key text, title text, approvers text, request text,
    requested_at bigint, due_at bigint
  )
  join instances on instances.id = asked.instance_id
  where instance_id in (select id from advanced)
)`;

const NAMED = `named as (
  insert into approval_approvers (approver, approval_id, instance_id, status, requested_at)
  select approver, approval_id, instance_id, status, requested_at
  from json_populate_recordset(null::approval_approvers, ?::json)
  where instance_id in (select id from advanced)
)`;

const WITHDRAWN = `withdrawn as (
  update approvals set status = 'withdrawn', decision = null, closed_at = ended.closed_at
  from json_to_recordset(?::json) as ended (instance_id text, effect_id text, closed_at bigint)
  where approvals.instance_id = ended.instance_id
    and approvals.effect_id = coalesce(ended.effect_id, approvals.effect_id)
    and (approvals.status = 'pending' or ended.effect_id is not null)
    and ended.instance_id in (select id from advanced)
  returning approvals.id
)`;

const NAMED_NO_MORE = `named_no_more as (
  update approval_approvers set status = 'withdrawn'
  where approval_id in (select id from withdrawn)
)`;

/** The same on SQLite, in the transaction of the commit. @param advanced - ids of instances whose steps are written */
export function writeApprovals(
  prepare: Prepare,
  { asked, approvers, withdrawn }: ApprovalRows,
  advanced: ReadonlySet<string>,
) {
  const isWritten = ({ instance_id: id }: { readonly instance_id: string }) =>
    advanced.has(id);
  for (const row of asked.filter(isWritten)) {
    prepare(
      `insert into approvals (
         id, instance_id, effect_id, task_key, workflow_id, workflow_version, initiator, target_entity,
         status, title, approvers, request, requested_at, due_at
       )
       select ?, id, ?, ?, workflow_id, workflow_version, initiator, target_entity, 'pending', ?, ?, ?, ?, ?
       from instances where id = ?`,
    ).run(
      ...[row.id, row.effect_id, row.task_key, row.title, row.approvers],
      ...[row.request, row.requested_at, row.due_at],
      row.instance_id,
    );
  }
  for (const row of approvers.filter(isWritten)) {
    prepare(
      `insert into approval_approvers (approver, approval_id, instance_id, status, requested_at)
       values (?, ?, ?, ?, ?)`,
    ).run(
      ...[row.approver, row.approval_id, row.instance_id],
      ...[row.status, row.requested_at],
    );
  }
  for (const row of withdrawn.filter(isWritten)) withdraw(prepare, row);
}

function withdraw(
  prepare: Prepare,
  { instance_id, effect_id, closed_at }: WithdrawnRow,
) {
  const rows = prepare(
    `update approvals set status = 'withdrawn', decision = null, closed_at = ?
     where instance_id = ? and effect_id = coalesce(?, effect_id) and (status = 'pending' or ? is not null)
     returning id`,
  ).all(closed_at, instance_id, effect_id, effect_id) as readonly {
    id: string;
  }[];
  for (const { id } of rows) {
    prepare(
      `update approval_approvers set status = 'withdrawn' where approval_id = ?`,
    ).run(id);
  }
}
