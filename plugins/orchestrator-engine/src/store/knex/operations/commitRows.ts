import { createdEntry } from '../../createdEntry';
import {
  DROPPED_TOKENS,
  type Append,
  type Commit,
  type Creation,
  type InstanceChange,
  type NewInstance,
} from '../../InstanceStore';
import { stepRow, textOf } from '../rows';
import type {
  InstanceLabelRow,
  InstanceRow,
  PayloadRow,
  StepRow,
} from '../tables';
import { approvalRowsOf, type ApprovalRows } from './commitApprovals';
import { waitRowsOf, type WaitRows } from './commitWaits';

/** What a step makes of its instance's row. */
export interface AdvanceRow
  extends Pick<
    InstanceRow,
    | 'id'
    | 'seq'
    | 'status'
    | 'because'
    | 'output'
    | 'error'
    | 'started_at'
    | 'ended_at'
    | 'wake_at'
    | 'checkpoint_seq'
  > {
  /** `seq` that the row must have. */
  after_seq: number;
  taken_signals: number;
  is_released: boolean;
  /** Whether it has ended and cannot go on. */
  is_over: boolean;
  /** Of the definition that it goes on with, when that is another one. */
  definition_hash: string | null;
  workflow_version: string | null;
}

/** A commit, table by table. Rows of other tables than `instances` are only written when their instance's row was. */
export interface CommitRows {
  readonly advances: readonly AdvanceRow[];
  readonly created: readonly InstanceRow[];
  readonly steps: readonly StepRow[];
  readonly payloads: readonly PayloadRow[];
  readonly takenSignals: readonly {
    readonly id: string;
    readonly instance_id: string;
  }[];
  readonly waits: WaitRows;
  readonly approvals: ApprovalRows;
  /** Of new instances. */
  readonly labels: readonly InstanceLabelRow[];
}

/** Ids of the instances whose rows a commit has written. */
export interface WrittenIds {
  readonly advanced: ReadonlySet<string>;
  readonly created: ReadonlySet<string>;
}

/** @param owner - the worker that commits */
export function commitRowsOf(
  { steps, created }: Commit,
  owner: string | undefined,
): CommitRows {
  return {
    advances: steps.map(advanceRow),
    created: created.map(creation => createdRow(creation, owner)),
    steps: [
      ...created.map(({ instance, firstStep }) =>
        stepRow(instance.id, [
          createdEntry(instance),
          ...(firstStep?.entries ?? []),
        ]),
      ),
      ...steps.flatMap(({ instanceId, entries }) =>
        entries.length > 0 ? stepRow(instanceId, entries) : [],
      ),
    ],
    payloads: [
      ...created.flatMap(({ instance, firstStep = { payloads: [] } }) => [
        ...payloadRows(instance.id, instance),
        ...payloadRows(instance.id, firstStep),
      ]),
      ...steps.flatMap(step => payloadRows(step.instanceId, step)),
    ],
    takenSignals: steps.flatMap(({ instanceId, takenSignals }) =>
      takenSignals.map(id => ({ id, instance_id: instanceId })),
    ),
    waits: waitRowsOf(steps),
    approvals: approvalRowsOf(steps),
    labels: created.flatMap(({ instance }) => labelRows(instance)),
  };
}

function advanceRow(step: Append): AdvanceRow {
  const { instanceId, afterSeq, entries, change } = step;
  return {
    id: instanceId,
    after_seq: afterSeq,
    seq: afterSeq + entries.length,
    ...changedColumns(change),
    taken_signals: step.takenSignals.length,
    is_released: step.release,
    is_over: isOver(change),
    definition_hash: change.definition?.hash ?? null,
    workflow_version: change.definition?.version ?? null,
  };
}

function isOver({ endedAt, canRetry }: InstanceChange): boolean {
  return endedAt !== undefined && !canRetry;
}

function changedColumns(change: InstanceChange) {
  return {
    status: change.status,
    because: change.because?.replaceAll('\u0000', '') ?? null,
    output: textOf(change.output),
    error: textOf(change.error),
    started_at: change.startedAt ?? null,
    ended_at: change.endedAt ?? null,
    wake_at: change.wakeAt ?? null,
    checkpoint_seq: change.checkpointSeq ?? null,
  };
}

/** The row of a new instance, after its first step when that is committed with it. */
function createdRow(
  { instance, isOwned, firstStep }: Creation,
  owner: string | undefined,
): InstanceRow {
  const row = instanceRow(instance, isOwned ? owner : undefined);
  if (!firstStep) return row;
  const { entries, change, release } = firstStep;
  const columns = changedColumns(change);
  return {
    ...row,
    ...columns,
    seq: row.seq + entries.length,
    owner: release ? null : row.owner,
    wake_at: isOver(change) ? null : columns.wake_at,
    auth_tokens:
      row.auth_tokens && columns.ended_at ? DROPPED_TOKENS : row.auth_tokens,
  };
}

/** An instance that nobody owns is due at once. */
function instanceRow(
  instance: NewInstance,
  owner: string | undefined,
): InstanceRow {
  return {
    id: instance.id,
    workflow_id: instance.workflowId,
    workflow_version: instance.workflowVersion,
    definition_hash: instance.definitionHash,
    behaviour_version: instance.behaviourVersion,
    epoch: instance.epoch,
    seq: 1,
    checkpoint_seq: null,
    first_seq: 1,
    status: 'pending',
    because: null,
    input: JSON.stringify(instance.input),
    output: null,
    error: null,
    initiator: instance.initiator ?? null,
    target_entity: instance.targetEntity ?? null,
    created_at: instance.createdAt,
    started_at: null,
    ended_at: null,
    owner: owner ?? null,
    wake_at: owner === undefined ? instance.createdAt : null,
    open_signals: 0,
    idempotency_key: instance.idempotency?.key ?? null,
    request_hash: instance.idempotency?.requestHash ?? null,
    priority: instance.priority ?? 0,
    parent_instance_id: instance.parent?.instanceId ?? null,
    parent_effect_id: instance.parent?.effectId ?? null,
    is_awaited: instance.parent?.isAwaited ? 1 : 0,
    rerun_of: instance.rerunOf ?? null,
    business_key: instance.businessKey ?? null,
    labels: textOf(instance.labels),
    test_session: instance.testSession ?? null,
    traceparent: instance.traceparent ?? null,
    auth_tokens: instance.authTokens ?? null,
  };
}

function labelRows({ id, labels = {} }: NewInstance): InstanceLabelRow[] {
  return Object.entries(labels).map(([name, value]) => ({
    instance_id: id,
    name,
    value,
  }));
}

function payloadRows(
  instanceId: string,
  { payloads }: Pick<Append, 'payloads'>,
): PayloadRow[] {
  return payloads.map(({ sha256, text }) => ({
    instance_id: instanceId,
    sha256,
    value: text,
  }));
}
