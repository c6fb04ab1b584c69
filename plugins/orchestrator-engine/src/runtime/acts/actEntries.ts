/** What people ask of an instance, as settlements of its log. */
import type {
  ActKind,
  ErrorDetails,
  EventType,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../../assertNever';
import type { Asked, Settled } from '../../interpreter/DurableHost';
import type { LogEntry, Signal } from '../../store/InstanceStore';
import type { TaskAction } from '../../TaskAction';
import { decodePayload } from '../payloads';
import type { NewEntry, Settlement } from '../Settlement';

/** A signal by which somebody asks something of an instance. */
export type ActSignal = Extract<Signal, { kind: ActKind }>;

/** Entries of the log by which an act settles; the others of `instance.resumed` are remarks. */
export const ACT_ENTRIES: ReadonlySet<EventType> = new Set<EventType>([
  'instance.cancel_requested',
  'instance.suspend_requested',
  'instance.resumed',
  'instance.retried',
  'task.acted',
]);

/** Whether somebody asks for it. */
export function isAct(signal: Signal): signal is ActSignal {
  const { kind } = signal;
  return kind !== 'event' && kind !== 'child' && kind !== 'approval';
}

/** Somebody asks something of the instance. */
export function requested(signal: ActSignal, time: number): Settlement {
  const { id: signalId, actor } = signal;
  const settled = { ...actOf(signal), actor, time };
  const afterSeq = signal.kind === 'retry' ? signal.data.afterSeq : undefined;
  return { settled, entry: entryOf(signal, time), signalId, afterSeq };
}

/** What was asked for is no longer possible. */
export function refused(settled: Settled, why: string): NewEntry {
  const { kind, time } = settled;
  const taskKey = settled.kind === 'act' ? settled.taskKey : undefined;
  return {
    type: 'instance.act_refused',
    time,
    ...('actor' in settled && { actor: settled.actor }),
    data: { act: kind, ...(taskKey && { taskKey }), why },
  };
}

function actOf(signal: ActSignal): Asked {
  switch (signal.kind) {
    case 'cancel':
      return { kind: 'cancel', force: signal.data.force ?? false };
    case 'retry': {
      const { from, input } = signal.data;
      return { kind: 'retry', from, input };
    }
    case 'act':
      return { kind: 'act', ...signal.data };
    default:
      return { kind: signal.kind };
  }
}

function entryOf(signal: ActSignal, time: number): NewEntry {
  const { actor } = signal;
  switch (signal.kind) {
    case 'cancel': {
      const { force } = signal.data;
      const data = force ? { force } : {};
      return { type: 'instance.cancel_requested', time, actor, data };
    }
    case 'suspend':
      return { type: 'instance.suspend_requested', time, actor, data: {} };
    case 'resume':
      return { type: 'instance.resumed', time, actor, data: {} };
    case 'retry': {
      const { from, input, definition } = signal.data;
      const data = { from, input, definition };
      return { type: 'instance.retried', time, actor, data };
    }
    case 'act': {
      const { taskKey, action } = signal.data;
      const { kind, ...given } = action;
      const data = { action: kind, ...given };
      return { type: 'task.acted', taskKey, time, actor, data };
    }
    default:
      return assertNever(signal, 'signal');
  }
}

/** What a recorded act asked for. @param texts - JSON text of values kept apart, by hash */
export function recordedAct(
  { type, taskKey, data }: LogEntry,
  texts: ReadonlyMap<string, string>,
): Asked {
  switch (type) {
    case 'instance.cancel_requested':
      return { kind: 'cancel', force: data.force === true };
    case 'instance.suspend_requested':
      return { kind: 'suspend' };
    case 'instance.resumed':
      return { kind: 'resume' };
    case 'instance.retried': {
      const input = valueOf(data.input, texts);
      return { kind: 'retry', from: data.from as string | undefined, input };
    }
    default:
      return { kind: 'act', taskKey: taskKey!, action: actionOf(data, texts) };
  }
}

function actionOf(
  { action, output, error }: LogEntry['data'],
  texts: ReadonlyMap<string, string>,
): TaskAction {
  const kind = action as TaskAction['kind'];
  if (kind === 'complete') {
    return { kind, output: valueOf(output, texts) ?? null };
  }
  return kind === 'fail' ? { kind, error: error as ErrorDetails } : { kind };
}

function valueOf(
  payload: unknown,
  texts: ReadonlyMap<string, string>,
): Json | undefined {
  return payload === undefined
    ? undefined
    : decodePayload(payload as Payload, texts);
}
