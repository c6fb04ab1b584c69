import {
  parseTaskKey,
  type Actor,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Effect, TimerEffect } from './DurableHost';
import type { Run } from './Run';
import { isoTime } from './time';
import type { WorkflowError } from './WorkflowError';

interface Standing {
  readonly status: InstanceStatus;
  readonly because?: string;
}

/** Writes an instance's status, and why it is so, into its log whenever one of them changes. */
export class StatusRecorder {
  #standing: Standing = { status: 'pending' };

  constructor(private readonly run: Run) {}

  running(): void {
    this.#change({ status: 'running' });
  }

  onWaiting(effects: readonly Effect[]): void {
    this.#change(standingOf(effects));
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

  failed({ details }: WorkflowError): void {
    const because = details.detail ?? details.title ?? details.type;
    this.#change({ status: 'failed', because });
    this.run.host.record({
      type: 'instance.failed',
      time: this.run.now,
      data: { error: details },
    });
  }

  cancelled(actor: Actor): void {
    this.#change({ status: 'cancelled', because: actor.reason });
    this.run.host.record({
      type: 'instance.cancelled',
      time: this.run.now,
      actor,
      data: { forced: false },
    });
  }

  #change(next: Standing) {
    const { status, because } = this.#standing;
    if (next.status === status && next.because === because) return;
    this.#standing = next;
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

/** An instance runs while an activity runs; else it is what the timer that is due first makes it. */
function standingOf(effects: readonly Effect[]): Standing {
  const timers = effects.filter(isTimer);
  const waits = timers.filter(
    ({ purpose }) => purpose === 'wait' || purpose === 'backoff',
  );
  const isBusy =
    timers.length < effects.length ||
    timers.some(({ purpose }) => purpose === 'turn');
  if (waits.length === 0 || isBusy) return { status: 'running' };
  const [next] = [...waits].sort((a, b) => a.until - b.until);
  const { name } = parseTaskKey(next.taskKey ?? '');
  const time = isoTime(next.until);
  if (next.purpose === 'backoff') {
    const { attempt, of, error } = next.details;
    const count = of === undefined ? `${attempt}` : `${attempt} of ${of}`;
    const why = error.detail ?? error.title ?? error.type;
    return {
      status: 'retrying',
      because: `${name}: attempt ${count} at ${time}, after: ${why}`,
    };
  }
  return { status: 'waiting', because: `${name}: until ${time}` };
}

function isTimer(effect: Effect): effect is TimerEffect {
  return effect.kind === 'timer';
}
