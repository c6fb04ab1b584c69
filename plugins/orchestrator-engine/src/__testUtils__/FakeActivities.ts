import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { describeCall } from '../runtime/describeCall';
import { standardError } from '../interpreter/WorkflowError';

/** What a fake call answers: a value, an HTTP status that is an error, or nothing until it is cancelled. */
export type FakeAnswer =
  | { readonly value: unknown }
  | { readonly status: number }
  | 'never';

/** Answers calls from a script and remembers them. */
export class FakeActivities implements ActivityExecutor {
  readonly calls: {
    readonly effect: ActivityEffect;
    readonly key: string;
    readonly traceparent?: string;
  }[] = [];
  /** Tasks that have ended, by the key of their activities. */
  readonly endedTasks: string[] = [];

  /** @param answer - `nth` counts the calls of the same URI, from 1 */
  constructor(
    private readonly answer: (
      effect: ActivityEffect,
      nth: number,
    ) => FakeAnswer | Promise<FakeAnswer>,
  ) {}

  /** `GET http://…` of each call, in order. */
  get targets(): string[] {
    return this.calls.map(({ effect }) => describeCall(effect).target);
  }

  taskEnded(idempotencyKey: string): void {
    this.endedTasks.push(idempotencyKey);
  }

  async execute(
    effect: ActivityEffect,
    { signal, idempotencyKey, traceparent }: ActivityContext,
  ): Promise<ActivityResult> {
    this.calls.push({ effect, key: idempotencyKey, traceparent });
    const nth = this.calls.filter(
      call => addressOf(call.effect) === addressOf(effect),
    ).length;
    const answer = await this.answer(effect, nth);
    if (answer === 'never') return untilAborted(signal);
    if ('status' in answer) return failure(answer.status);
    const value = JSON.parse(JSON.stringify(answer.value));
    return { status: 200, outcome: { ok: true, value } };
  }
}

/** The URI of an HTTP request; of any other call, what people are told of it. */
export function addressOf(effect: ActivityEffect): string {
  return effect.kind === 'http' ? effect.uri : describeCall(effect).target;
}

function untilAborted(signal: AbortSignal): Promise<ActivityResult> {
  return new Promise(resolve =>
    signal.addEventListener('abort', () => {
      const { details } = standardError('runtime', 'Cancelled');
      resolve({ outcome: { ok: false, error: details } });
    }),
  );
}

function failure(status: number): ActivityResult {
  const { details } = standardError(
    'communication',
    `status ${status}`,
    status,
  );
  return { status, outcome: { ok: false, error: details } };
}
