import { createdEntry } from '../../createdEntry';
import type { Append, Commit, NewInstance } from '../../InstanceStore';
import { logRow, textOf } from '../rows';
import type {
  InstanceLabelRow,
  InstanceRow,
  LogRow,
  PayloadRow,
} from '../tables';
import { waitRowsOf, type WaitRows } from './commitWaits';

/** What a step makes of its instance's row. */
export interface StepRow
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
  readonly steps: readonly StepRow[];
  readonly created: readonly InstanceRow[];
  readonly log: readonly LogRow[];
  readonly payloads: readonly PayloadRow[];
  readonly takenSignals: readonly {
    readonly id: string;
    readonly instance_id: string;
  }[];
  readonly waits: WaitRows;
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
    steps: steps.map(stepRow),
    created: created.map(({ instance, isOwned }) =>
      instanceRow(instance, isOwned ? owner : undefined),
    ),
    log: [
      ...created.map(({ instance }) =>
        logRow(instance.id, createdEntry(instance)),
      ),
      ...steps.flatMap(({ instanceId, entries }) =>
        entries.map(entry => logRow(instanceId, entry)),
      ),
    ],
    payloads: [
      ...created.flatMap(({ instance }) => payloadRows(instance.id, instance)),
      ...steps.flatMap(step => payloadRows(step.instanceId, step)),
    ],
    takenSignals: steps.flatMap(({ instanceId, takenSignals }) =>
      takenSignals.map(id => ({ id, instance_id: instanceId })),
    ),
    waits: waitRowsOf(steps),
    labels: created.flatMap(({ instance }) => labelRows(instance)),
  };
}

function stepRow(step: Append): StepRow {
  const { instanceId, afterSeq, entries, change } = step;
  return {
    id: instanceId,
    after_seq: afterSeq,
    seq: afterSeq + entries.length,
    status: change.status,
    because: change.because?.replaceAll('\u0000', '') ?? null,
    output: textOf(change.output),
    error: textOf(change.error),
    started_at: change.startedAt ?? null,
    ended_at: change.endedAt ?? null,
    wake_at: change.wakeAt ?? null,
    taken_signals: step.takenSignals.length,
    is_released: step.release,
    is_over: change.endedAt !== undefined && !change.canRetry,
    definition_hash: change.definition?.hash ?? null,
    workflow_version: change.definition?.version ?? null,
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
