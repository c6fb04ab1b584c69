/** What effects, settlements and signals look like in the log, and what the log says of them again. */
import type {
  Actor,
  EventType,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { jsonOf } from '../interpreter/json';
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  ApprovalEffect,
  ChildEffect,
  Effect,
  Outcome,
  Settled,
  TimerEffect,
} from '../interpreter/DurableHost';
import { eventTypesOf } from '../interpreter/eventTypesOf';
import { isoTime } from '../interpreter/time';
import { standardError } from '../interpreter/WorkflowError';
import type { LogEntry, Signal, SignalData } from '../store/InstanceStore';
import {
  ACT_ENTRIES,
  isAct,
  recordedAct,
  requested,
  type ActSignal,
} from './acts/actEntries';
import { describeCall } from './describeCall';
import type { Recording } from './loadRecording';
import { decodePayload } from './payloads';
import type { NewEntry, Settlement } from './Settlement';

const SETTLEMENTS: ReadonlySet<EventType> = new Set<EventType>([
  'call.completed',
  'timer.fired',
  'event.received',
  'approval.resolved',
  ...ACT_ENTRIES,
]);

const REMARKS: ReadonlySet<EventType> = new Set<EventType>([
  'instance.created',
  'instance.started',
  'instance.suspended',
  'instance.act_refused',
  'instance.checkpointed',
]);

/** Whether an entry comes from outside the interpreter and settles something. */
export function isSettlement({ type }: LogEntry): boolean {
  return SETTLEMENTS.has(type);
}

/** Whether an entry says something of the engine itself and decides nothing. */
export function isRemark({ type, data }: LogEntry): boolean {
  const endsSetAside = type === 'instance.resumed' && data.to !== undefined;
  return REMARKS.has(type) || endsSetAside;
}

/** The entry that announces an effect. */
export function startEntry(effect: Effect, time: number): NewEntry {
  const { taskKey } = effect;
  switch (effect.kind) {
    case 'timer':
      return timerEntry(effect, time);
    case 'gate': {
      const data = { error: effect.error, final: true, canRetry: true };
      return { type: 'task.failed', taskKey, time, data };
    }
    case 'listen': {
      const data = { listenId: effect.id, eventTypes: eventTypesOf(effect) };
      return { type: 'event.awaited', taskKey, time, data };
    }
    case 'approval':
      return requestedApproval(effect, time);
    default: {
      const { id, kind } = effect;
      const data = { callId: id, kind, ...describeCall(effect) };
      return { type: 'call.started', taskKey, time, data };
    }
  }
}

function timerEntry(effect: TimerEffect, time: number): NewEntry {
  const { taskKey } = effect;
  const until = isoTime(effect.until);
  switch (effect.purpose) {
    case 'wait': {
      const data = { kind: 'timer', until };
      return { type: 'task.waiting', taskKey, time, data };
    }
    case 'backoff': {
      const data = { ...effect.details, nextAt: until };
      return { type: 'task.retry_scheduled', taskKey, time, data };
    }
    default: {
      const data = { timerId: effect.id, purpose: effect.purpose, until };
      return { type: 'timer.started', taskKey, time, data };
    }
  }
}

/** What is needed to decide it, besides who may and when, is kept apart should it be large. */
function requestedApproval(
  {
    id,
    kind: _,
    taskKey,
    description,
    formSchema,
    dueAt,
    ...asked
  }: ApprovalEffect,
  time: number,
): NewEntry {
  const request = { description, formSchema };
  const data = {
    effectId: id,
    ...asked,
    ...(dueAt !== undefined && { dueAt: isoTime(dueAt) }),
    request: jsonOf(request),
  };
  return { type: 'approval.requested', taskKey, time, data };
}

/** A timer is due. */
export function firedTimer(effect: TimerEffect, time: number): Settlement {
  const { id, taskKey, purpose } = effect;
  const outcome = { ok: true, value: null } as const;
  return {
    settled: { kind: 'effect', id, outcome, time },
    entry: {
      type: 'timer.fired',
      taskKey,
      time,
      data: { timerId: id, purpose },
    },
  };
}

/** An activity has ended, or a child cannot be started. */
export function endedActivity(
  effect: ActivityEffect | ChildEffect,
  { outcome, status }: ActivityResult,
  { time, startedAt }: { readonly time: number; readonly startedAt: number },
): Settlement {
  const { id, taskKey } = effect;
  const data = {
    callId: id,
    ok: outcome.ok,
    status,
    durationMs: time - startedAt,
    ...(outcome.ok ? { response: outcome.value } : { error: outcome.error }),
  };
  return {
    settled: { kind: 'effect', id, outcome, time },
    entry: { type: 'call.completed', taskKey, time, data },
  };
}

/** What a signal settles; of what is no act the entry lacks the key of the task that waits for it. */
export function settlementOf(signal: Signal, time: number): Settlement {
  if (isAct(signal)) return requested(signal, time);
  return { ...resultOf(signal, time), signalId: signal.id };
}

function resultOf(
  signal: Exclude<Signal, ActSignal>,
  time: number,
): Settlement {
  switch (signal.kind) {
    case 'event':
      return receivedEvent(signal.data, time);
    case 'approval':
      return resolvedApproval(signal.data, time, signal.actor);
    default:
      return endedChild(signal.data, time);
  }
}

/** People have decided. */
export function resolvedApproval(
  { effectId: id, approvalId, output }: SignalData['approval'],
  time: number,
  actor?: Actor,
): Settlement {
  const data = { effectId: id, approvalId, response: output };
  return {
    settled: { kind: 'effect', id, outcome: { ok: true, value: output }, time },
    entry: { type: 'approval.resolved', time, actor, data },
  };
}

/** An event has come for a listener. */
function receivedEvent(
  { effectId: id, event, expectation }: SignalData['event'],
  time: number,
): Settlement {
  const value = { event: jsonOf(event), expectation };
  return {
    settled: { kind: 'effect', id, outcome: { ok: true, value }, time },
    entry: {
      type: 'event.received',
      time,
      data: {
        listenId: id,
        expectation,
        source: event.source,
        eventId: event.id,
        event: value.event,
      },
    },
  };
}

/** A child has ended. */
function endedChild(
  { effectId: id, error, output = null }: SignalData['child'],
  time: number,
): Settlement {
  const outcome: Outcome = error
    ? { ok: false, error }
    : { ok: true, value: output };
  const data = {
    callId: id,
    ok: outcome.ok,
    ...(outcome.ok ? { response: outcome.value } : { error }),
  };
  return {
    settled: { kind: 'effect', id, outcome, time },
    entry: { type: 'call.completed', time, data },
  };
}

/** What becomes of an activity that is cancelled before it has begun. */
export function neverBegun(): ActivityResult {
  const { details } = standardError('runtime', 'Cancelled before it began');
  return { outcome: { ok: false, error: details } };
}

/** What a recorded settlement settled. @param texts - JSON text of values kept apart, by hash */
export function recordedSettlement(
  entry: LogEntry,
  texts: ReadonlyMap<string, string>,
): Settled {
  const { type, actor, time, data } = entry;
  if (ACT_ENTRIES.has(type)) {
    return { ...recordedAct(entry, texts), actor: actor!, time };
  }
  const { callId, timerId, listenId, effectId } = data;
  const id = String(callId ?? timerId ?? listenId ?? effectId);
  if (type === 'event.received') {
    const event = decodePayload(data.event as Payload, texts);
    const value = { event, expectation: Number(data.expectation) };
    return { kind: 'effect', id, outcome: { ok: true, value }, time };
  }
  return { kind: 'effect', id, outcome: recordedOutcome(data, texts), time };
}

function recordedOutcome(
  { error, response }: LogEntry['data'],
  texts: ReadonlyMap<string, string>,
): Outcome {
  if (error) return { ok: false, error } as Outcome;
  if (!response) return { ok: true, value: null };
  return { ok: true, value: decodePayload(response as Payload, texts) };
}

/** Number of the last entry that is more than a note of what was refused. */
export function lastDecidedSeq(entries: readonly LogEntry[]): number {
  return entries.findLast(isDecision)?.seq ?? 0;
}

/** Whether an entry is more than a note of what was refused. */
export function isDecision({ type }: Pick<LogEntry, 'type'>): boolean {
  return type !== 'instance.act_refused';
}

/** Ids of the effects by which children were started that have not ended. */
export function openChildren({
  entries,
  start,
}: Pick<Recording, 'entries' | 'start'>): readonly string[] {
  const before = start?.open?.filter(({ kind }) => kind === 'child') ?? [];
  const open = new Set(before.map(({ id }) => id));
  for (const { type, data } of entries) {
    const id = String(data.callId);
    if (type === 'call.started' && data.kind === 'child') open.add(id);
    if (type === 'call.completed') open.delete(id);
  }
  return [...open];
}

/** An entry in a message for people. */
export function describeEntry({
  type,
  taskKey,
}: Pick<LogEntry, 'type' | 'taskKey'>): string {
  return taskKey === undefined ? type : `${type} of ${taskKey}`;
}
