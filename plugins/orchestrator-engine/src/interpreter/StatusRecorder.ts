import {
  parseTaskKey,
  type Actor,
  type ErrorDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StatusReason } from './Checkpoint';
import type { Effect, GateEffect, Settled } from './DurableHost';
import { eventTypesOf } from './eventTypesOf';
import type { Run } from './Run';
import { isoTime } from './time';
import type { WorkflowError } from './WorkflowError';

/** Writes an instance's status, and why it is so, into its log whenever one of them changes. */
export class StatusRecorder {
  #suspended: StatusReason = { status: 'suspended' };

  constructor(private readonly run: Run) {}

  running(): void {
    this.#change({ status: 'running' });
  }

  /** A failed instance runs again as soon as somebody decides what becomes of its failed tasks. */
  onSettled(settled: Settled): void {
    if (settled.kind === 'suspend') {
      this.#suspended = suspendedBy(settled.actor);
    }
    const isReopened = settled.kind === 'retry' || settled.kind === 'act';
    if (isReopened && this.run.status.status === 'failed') this.running();
  }

  onWaiting(waiting: readonly Effect[]): void {
    const effects = inStableOrder(waiting, this.run);
    const [gate] = effects.filter(isGate);
    if (this.run.isSuspended) this.#change(this.#suspended);
    else if (gate && effects.every(standsStill)) this.#failed(gate.error, true);
    else this.#change(standingOf(effects.filter(effect => !isGate(effect))));
  }

  completed(output: Json): void {
    this.#change({ status: 'completed' });
    const { host, now, start } = this.run;
    host.record({
      type: 'instance.completed',
      time: now,
      data: { output, durationMs: now - start.startedAt },
    });
  }

  /** It has failed for good. */
  failed({ details }: WorkflowError): void {
    this.#failed(details, false);
  }

  cancelled(end: { readonly by: Actor; readonly isForced: boolean }): void {
    this.#change({ status: 'cancelled', because: end.by.reason });
    this.run.host.record({
      type: 'instance.cancelled',
      time: this.run.now,
      actor: end.by,
      data: { forced: end.isForced },
    });
  }

  #failed(error: ErrorDetails, canRetry: boolean) {
    const because = error.detail ?? error.title ?? error.type;
    this.#change({ status: 'failed', because });
    this.run.host.record({
      type: 'instance.failed',
      time: this.run.now,
      data: { error, ...(canRetry && { canRetry }) },
    });
  }

  #change(next: StatusReason) {
    const { status, because } = this.run.status;
    if (next.status === status && next.because === because) return;
    this.run.status = next;
    this.run.host.record({
      type: 'instance.status_changed',
      time: this.run.now,
      data: {
        from: status,
        to: next.status,
        ...(next.because !== undefined && { because: next.because }),
      },
    });
  }
}

/** The behaviour from which on the order in which effects were begun tells nothing: a run that goes on from a checkpoint has lost it. */
const STABLE_ORDER_SINCE = 4;

function inStableOrder(
  effects: readonly Effect[],
  { behaviour }: Run,
): readonly Effect[] {
  if (behaviour < STABLE_ORDER_SINCE || effects.length < 2) return effects;
  return [...effects].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function suspendedBy({ ref, reason }: Actor): StatusReason {
  const because = reason ?? (ref === undefined ? undefined : `by ${ref}`);
  return { status: 'suspended', because };
}

/** Whether an effect comes to nothing as long as nobody decides: gates, and the timeouts of what they stand in. */
function standsStill(effect: Effect): boolean {
  return (
    isGate(effect) || (effect.kind === 'timer' && effect.purpose === 'timeout')
  );
}

function isGate(effect: Effect): effect is GateEffect {
  return effect.kind === 'gate';
}

type WaitingForOthers = Extract<
  Effect,
  { kind: 'listen' | 'child' | 'approval' }
>;

type Passive = WaitingForOthers | Extract<Effect, { kind: 'timer' }>;

type Delay = Extract<Effect, { purpose: 'wait' | 'backoff' }>;

/**
 * An instance runs while an activity runs; else it is what the timer that is due first makes it, or it waits for an event, for
 * people or for a child.
 */
function standingOf(effects: readonly Effect[]): StatusReason {
  const isBusy = effects.some(effect => !isPassive(effect) || isTurn(effect));
  if (isBusy) return { status: 'running' };
  const [delay] = effects.filter(isDelay).sort((a, b) => a.until - b.until);
  if (delay) return delayed(delay);
  const waiting = effects.find(isWaitingForOthers);
  if (!waiting) return { status: 'running' };
  const { name } = parseTaskKey(waiting.taskKey);
  return { status: 'waiting', because: `${name}: ${awaitedBy(waiting)}` };
}

function delayed(timer: Delay): StatusReason {
  const { name } = parseTaskKey(timer.taskKey ?? '');
  const time = isoTime(timer.until);
  if (timer.purpose === 'wait') {
    return { status: 'waiting', because: `${name}: until ${time}` };
  }
  const { attempt, of, error } = timer.details;
  const count = of === undefined ? `${attempt}` : `${attempt} of ${of}`;
  const why = error.detail ?? error.title ?? error.type;
  return {
    status: 'retrying',
    because: `${name}: attempt ${count} at ${time}, after: ${why}`,
  };
}

function awaitedBy(effect: WaitingForOthers): string {
  if (effect.kind === 'approval') {
    return `for approval by ${effect.approvers.join(' or ')}`;
  }
  if (effect.kind === 'child') return `for workflow ${effect.workflowId}`;
  const types = eventTypesOf(effect);
  return types.length === 0 ? 'for an event' : `for ${types.join(' or ')}`;
}

function isPassive(effect: Effect): effect is Passive {
  return isWaitingForOthers(effect) || effect.kind === 'timer';
}

function isTurn(effect: Effect): boolean {
  return effect.kind === 'timer' && effect.purpose === 'turn';
}

function isWaitingForOthers(effect: Effect): effect is WaitingForOthers {
  return (
    effect.kind === 'listen' ||
    effect.kind === 'child' ||
    effect.kind === 'approval'
  );
}

function isDelay(effect: Effect): effect is Delay {
  return (
    effect.kind === 'timer' &&
    (effect.purpose === 'wait' || effect.purpose === 'backoff')
  );
}
