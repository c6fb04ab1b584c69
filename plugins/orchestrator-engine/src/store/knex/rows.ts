import type { StoredDefinition } from '../DefinitionStore';
import type { Approval, ApprovalTerms, Vote } from '../ApprovalStore';
import type { Await, InboxEvent, KnownShape } from '../EventStore';
import type { Occurrence, Schedule } from '../ScheduleStore';
import type { Instance, LogEntry, ParentRef, Signal } from '../InstanceStore';
import type { Job, JobItem } from '../JobStore';
import type {
  ApprovalRow,
  ApprovalVoteRow,
  AwaitRow,
  AwaitShapeRow,
  DefinitionRow,
  InboxRow,
  InstanceRow,
  JobItemRow,
  JobRow,
  ScheduleOccurrenceRow,
  ScheduleRow,
  Millis,
  SignalRow,
  StepRow,
} from './tables';

/** What a row of `instances` says. */
export function instanceOf(row: InstanceRow): Instance {
  return {
    id: row.id,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    definitionHash: row.definition_hash,
    behaviourVersion: row.behaviour_version,
    epoch: row.epoch,
    seq: row.seq,
    checkpointSeq: row.checkpoint_seq ?? undefined,
    firstSeq: row.first_seq,
    status: row.status,
    because: row.because ?? undefined,
    input: JSON.parse(row.input),
    output: jsonOf(row.output),
    error: jsonOf(row.error),
    initiator: row.initiator ?? undefined,
    targetEntity: row.target_entity ?? undefined,
    createdAt: Number(row.created_at),
    startedAt: timeOf(row.started_at),
    endedAt: timeOf(row.ended_at),
    parent: parentOf(row),
    rerunOf: row.rerun_of ?? undefined,
    businessKey: row.business_key ?? undefined,
    labels: jsonOf(row.labels),
    testSession: row.test_session ?? undefined,
    traceparent: row.traceparent ?? undefined,
    authTokens: row.auth_tokens ?? undefined,
    openSignals: row.open_signals,
    faults: row.faults ?? 0,
  };
}

function parentOf(row: InstanceRow): ParentRef | undefined {
  const { parent_instance_id: instanceId, parent_effect_id: effectId } = row;
  if (instanceId === null || effectId === null) return undefined;
  return { instanceId, effectId, isAwaited: Boolean(row.is_awaited) };
}

/** The entries of a row of `steps`. */
export function entriesOf({
  first_seq: first,
  entries,
}: Pick<StepRow, 'first_seq' | 'entries'>): LogEntry[] {
  const listed: readonly Omit<LogEntry, 'seq'>[] = JSON.parse(entries);
  return listed.map((entry, index) => ({ seq: first + index, ...entry }));
}

/** The row of a step. @param entries - one at least */
export function stepRow(
  instanceId: string,
  entries: readonly LogEntry[],
): StepRow {
  const last = entries[entries.length - 1];
  return {
    instance_id: instanceId,
    first_seq: entries[0].seq,
    last_seq: last.seq,
    time: last.time,
    entries: JSON.stringify(entries.map(withoutSeq)),
  };
}

/** The number of an entry is implied by its place. */
function withoutSeq({ type, taskKey, time, actor, data }: LogEntry) {
  return { type, taskKey, time, actor, data } satisfies {
    readonly [name in keyof Omit<Required<LogEntry>, 'seq'>]: unknown;
  };
}

/** What a row of `signals` says. */
export function signalOf(row: SignalRow): Signal {
  return {
    id: row.id,
    instanceId: row.instance_id,
    kind: row.kind,
    actor: JSON.parse(row.actor),
    data: JSON.parse(row.data),
    createdAt: Number(row.created_at),
  } as Signal;
}

/** The row of a signal whose instance is told at once. */
export function signalRow(signal: Signal): SignalRow {
  return {
    id: signal.id,
    instance_id: signal.instanceId,
    kind: signal.kind,
    actor: JSON.stringify(signal.actor),
    data: JSON.stringify(signal.data),
    created_at: signal.createdAt,
    is_announced: true,
  };
}

/** What a row of `inbox` says. */
export function inboxEventOf(row: InboxRow): InboxEvent {
  return {
    position: Number(row.position),
    event: JSON.parse(row.event),
    ...(row.target !== '' && { target: row.target }),
    receivedAt: Number(row.received_at),
  };
}

/** What a row of `awaits` says. */
export function awaitOf(row: AwaitRow): Await {
  return {
    ownerId: row.owner_id,
    effectId: row.effect_id,
    taskKey: row.task_key,
    expectation: row.expectation,
    matchKey: row.match_key,
    expects: JSON.parse(row.expects),
    since: Number(row.since),
  };
}

/** A row of `schedules`, with what is set for its workflow. */
export interface ConfiguredScheduleRow extends ScheduleRow {
  is_enabled: boolean | number | null;
}

/** What such a row says. */
export function scheduleOfRow(row: ConfiguredScheduleRow): Schedule {
  return {
    id: row.id,
    workflowId: row.workflow_id,
    kind: row.kind,
    spec: row.spec,
    anchorAt: Number(row.anchor_at),
    nextAt: timeOf(row.next_at),
    pending: jsonOf<number[]>(row.pending) ?? [],
    lastAt: timeOf(row.last_at),
    lastInstanceId: row.last_instance_id ?? undefined,
    isPaused: Boolean(row.is_paused),
    isEnabled: Boolean(row.is_enabled ?? true),
  };
}

/** The row of an occurrence. */
export function occurrenceRow(occurrence: Occurrence): ScheduleOccurrenceRow {
  const { scheduleId, name, dueAt, at, instanceId, skipped } = occurrence;
  return {
    schedule_id: scheduleId,
    name,
    due_at: dueAt ?? null,
    at,
    instance_id: instanceId ?? null,
    skipped: skipped ?? null,
  };
}

/** What a row of `approvals` says. */
export function approvalOf(row: ApprovalRow, votes: readonly Vote[]): Approval {
  const terms: ApprovalTerms = JSON.parse(row.request);
  return {
    ...terms,
    id: row.id,
    instanceId: row.instance_id,
    effectId: row.effect_id,
    taskKey: row.task_key,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    initiator: row.initiator ?? undefined,
    targetEntity: row.target_entity ?? undefined,
    status: row.status,
    title: row.title,
    approvers: JSON.parse(row.approvers),
    requestedAt: Number(row.requested_at),
    dueAt: timeOf(row.due_at),
    closedAt: timeOf(row.closed_at),
    decision: row.decision ?? undefined,
    votes,
  };
}

/** What a row of `approval_votes` says. */
export function voteOf(row: ApprovalVoteRow): Vote {
  return {
    decision: row.decision,
    by: row.voter,
    comment: row.comment ?? undefined,
    data: jsonOf(row.data),
    at: Number(row.voted_at),
  };
}

/** What a row of `await_shapes` says. */
export function shapeOf(row: AwaitShapeRow): KnownShape {
  const { id, shape, indexed_since: since = null } = row;
  return { id, text: shape, indexedSince: timeOf(since) };
}

/** What a row of `definitions` says. */
export function definitionOf(row: DefinitionRow): StoredDefinition {
  return {
    workflowId: row.workflow_id,
    hash: row.hash,
    namespace: row.namespace,
    name: row.name,
    version: row.version,
    title: row.title ?? undefined,
    description: row.description ?? undefined,
    format: row.format,
    text: row.source_text,
    isValid: Boolean(row.is_valid),
    problems: JSON.parse(row.problems),
    loadedAt: Number(row.loaded_at),
  };
}

/** What a row of `jobs` says. */
export function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    action: row.action,
    force: Boolean(row.force),
    actor: {
      kind: row.actor_kind,
      ref: row.actor,
      ...(row.reason !== null && { reason: row.reason }),
    },
    status: row.status,
    total: row.total,
    createdAt: Number(row.created_at),
    endedAt: timeOf(row.ended_at),
  };
}

/** What a row of `job_items` says. */
export function jobItemOf(row: JobItemRow): JobItem {
  return {
    position: row.position,
    instanceId: row.instance_id,
    outcome: row.outcome,
    code: row.code ?? undefined,
    message: row.message ?? undefined,
  };
}

/** JSON text for a nullable column. */
export function textOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function jsonOf<T>(text: string | null): T | undefined {
  return text === null ? undefined : JSON.parse(text);
}

function timeOf(time: Millis | null): number | undefined {
  return time === null ? undefined : Number(time);
}
