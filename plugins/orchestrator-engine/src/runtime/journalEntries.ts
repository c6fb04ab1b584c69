/** What effects, settlements and signals look like in the log, and what the log says of them again. */
import type {
  CloudEvent,
  EventType,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  Effect,
  Outcome,
  Settled,
  TimerEffect,
} from '../interpreter/DurableHost';
import { eventTypesOf } from '../interpreter/eventTypesOf';
import { isoTime } from '../interpreter/time';
import { standardError } from '../interpreter/WorkflowError';
import type { LogEntry, Signal, SignalData } from '../store/InstanceStore';
import { describeCall } from './describeCall';
import { decodePayload } from './payloads';

/** An entry whose number and whose values' form are not yet decided. */
export type NewEntry = Omit<LogEntry, 'seq'>;

/** Something that has come from outside the interpreter, and how the log notes it. */
export interface Settlement {
  readonly settled: Settled;
  readonly entry: NewEntry;
  /** The signal that this answers. */
  readonly signalId?: string;
}

const SETTLEMENTS: ReadonlySet<EventType> = new Set<EventType>([
  'call.completed',
  'timer.fired',
  'event.received',
  'instance.cancel_requested',
]);

const REMARKS: ReadonlySet<EventType> = new Set<EventType>([
  'instance.created',
  'instance.started',
  'instance.suspended',
]);

/** Whether an entry comes from outside the interpreter and settles something. */
export function isSettlement({ type }: LogEntry): boolean {
  return SETTLEMENTS.has(type);
}

/** Whether an entry says something of the engine itself and decides nothing. */
export function isRemark({ type }: LogEntry): boolean {
  return REMARKS.has(type);
}

/** The entry that announces an effect. */
export function startEntry(effect: Effect, time: number): NewEntry {
  const { taskKey } = effect;
  switch (effect.kind) {
    case 'timer':
      return timerEntry(effect, time);
    case 'listen': {
      const data = { listenId: effect.id, eventTypes: eventTypesOf(effect) };
      return { type: 'event.awaited', taskKey, time, data };
    }
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

/** An activity has ended. */
export function endedActivity(
  effect: ActivityEffect,
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

/** What a signal settles, and the entry but for the key of the task that waits for it; `undefined` when it settles nothing. */
export function settlementOf(
  signal: Signal,
  time: number,
): Settlement | undefined {
  switch (signal.kind) {
    case 'cancel':
      return cancelRequest(signal, time);
    case 'event':
      return { ...receivedEvent(signal.data, time), signalId: signal.id };
    case 'child':
      return { ...endedChild(signal.data, time), signalId: signal.id };
    default:
      return undefined;
  }
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
      data: { listenId: id, expectation, event: value.event },
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

function jsonOf(event: CloudEvent): Json {
  return JSON.parse(JSON.stringify(event));
}

/** What becomes of an activity that is cancelled before it has begun. */
export function neverBegun(): ActivityResult {
  const { details } = standardError('runtime', 'Cancelled before it began');
  return { outcome: { ok: false, error: details } };
}

/** Somebody asks the instance to stop. */
export function cancelRequest({ id, actor }: Signal, time: number): Settlement {
  return {
    settled: { kind: 'cancel', actor, time },
    entry: { type: 'instance.cancel_requested', time, actor, data: {} },
    signalId: id,
  };
}

/** What a recorded settlement settled. @param texts - JSON text of values kept apart, by hash */
export function recordedSettlement(
  { type, actor, time, data }: LogEntry,
  texts: ReadonlyMap<string, string>,
): Settled {
  if (type === 'instance.cancel_requested') {
    return { kind: 'cancel', actor: actor!, time };
  }
  const id = String(data.callId ?? data.timerId ?? data.listenId);
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

/** An entry in a message for people. */
export function describeEntry({
  type,
  taskKey,
}: Pick<LogEntry, 'type' | 'taskKey'>): string {
  return taskKey === undefined ? type : `${type} of ${taskKey}`;
}
