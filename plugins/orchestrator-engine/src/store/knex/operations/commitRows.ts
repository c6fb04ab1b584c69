import { createdEntry } from '../../createdEntry';
import {
  DROPPED_TOKENS,
  type Append,
  type Commit,
  type Creation,
  type InstanceChange,
  type NewInstance,
} from '../../InstanceStore';
import { stepRow } from '../rows';
import type {
  InstanceLabelRow,
  InstanceRow,
  PayloadRow,
  StepRow,
} from '../tables';
import { approvalRowsOf, type ApprovalRows } from './commitApprovals';
import { waitRowsOf, type WaitRows } from './commitWaits';

/** A row to write: columns that are null are undefined, which leaves them out of JSON text. */
type Written<Row> = {
  [column in keyof Row]: null extends Row[column]
    ? NonNullable<Row[column]> | undefined
    : Row[column];
};

/** What a step makes of its instance's row. */
export type AdvanceRow = Written<
  Pick<
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
  >
> & {
  /** `seq` that the row must have. */
  after_seq: number;
  taken_signals: number;
  is_released: boolean;
  /** Whether it has ended and cannot go on. */
  is_over: boolean;
  /** Of the definition that it goes on with, when that is another one. */
  definition_hash: string | undefined;
  workflow_version: string | undefined;
};

/** What a new instance takes to be so. */
interface PresumedRow {
  id: string;
  workflow_id: string;
  hash: string;
}

/** A commit, table by table. Rows of other tables than `instances` are only written when their instance's row was. */
export interface CommitRows {
  readonly advances: readonly AdvanceRow[];
  readonly created: readonly Written<InstanceRow>[];
  /** Those of the new instances that are left out unless this is the present definition of a workflow that can be run. */
  readonly presumed: readonly PresumedRow[];
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
    presumed: created.flatMap(({ instance }) =>
      instance.onlyIfCurrent ? presumedRow(instance) : [],
    ),
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
    definition_hash: change.definition?.hash,
    workflow_version: change.definition?.version,
  };
}

function isOver({ endedAt, canRetry }: InstanceChange): boolean {
  return endedAt !== undefined && !canRetry;
}

function changedColumns(change: InstanceChange) {
  return {
    status: change.status,
    because: change.because?.replaceAll('\u0000', ''),
    output: textOf(change.output),
    error: textOf(change.error),
    started_at: change.startedAt,
    ended_at: change.endedAt,
    wake_at: change.wakeAt,
    checkpoint_seq: change.checkpointSeq,
  };
}

/** The row of a new instance, after its first step when that is committed with it. */
function createdRow(
  { instance, isOwned, firstStep }: Creation,
  owner: string | undefined,
): Written<InstanceRow> {
  const row = instanceRow(instance, isOwned ? owner : undefined);
  if (!firstStep) return row;
  const { entries, change, release } = firstStep;
  const columns = changedColumns(change);
  return {
    ...row,
    ...columns,
    seq: row.seq + entries.length,
    owner: release ? undefined : row.owner,
    wake_at: isOver(change) ? undefined : columns.wake_at,
    auth_tokens:
      row.auth_tokens && columns.ended_at ? DROPPED_TOKENS : row.auth_tokens,
  };
}

/** An instance that nobody owns is due at once. */
function instanceRow(
  instance: NewInstance,
  owner: string | undefined,
): Written<InstanceRow> {
  return {
    id: instance.id,
    workflow_id: instance.workflowId,
    workflow_version: instance.workflowVersion,
    definition_hash: instance.definitionHash,
    behaviour_version: instance.behaviourVersion,
    epoch: instance.epoch,
    seq: 1,
    checkpoint_seq: undefined,
    first_seq: 1,
    status: 'pending',
    because: undefined,
    input: JSON.stringify(instance.input),
    output: undefined,
    error: undefined,
    initiator: instance.initiator,
    target_entity: instance.targetEntity,
    created_at: instance.createdAt,
    started_at: undefined,
    ended_at: undefined,
    owner,
    wake_at: owner === undefined ? instance.createdAt : undefined,
    open_signals: 0,
    idempotency_key: instance.idempotency?.key,
    request_hash: instance.idempotency?.requestHash,
    priority: instance.priority ?? 0,
    parent_instance_id: instance.parent?.instanceId,
    parent_effect_id: instance.parent?.effectId,
    is_awaited: instance.parent?.isAwaited ? 1 : 0,
    rerun_of: instance.rerunOf,
    business_key: instance.businessKey,
    labels: textOf(instance.labels),
    test_session: instance.testSession,
    traceparent: instance.traceparent,
    auth_tokens: instance.authTokens,
  };
}

function presumedRow(instance: NewInstance): PresumedRow {
  const { id, workflowId, definitionHash } = instance;
  return { id, workflow_id: workflowId, hash: definitionHash };
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

/** JSON text for a nullable column. */
function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
