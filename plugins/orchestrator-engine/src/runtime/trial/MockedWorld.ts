import {
  parseTaskKey,
  type CloudEvent,
  type ErrorDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  ActivityExecutor,
  ActivityResult,
} from '../../activities/ActivityExecutor';
import type {
  ActivityEffect,
  ApprovalEffect,
  ChildEffect,
  ListenEffect,
  ReceivedEvent,
} from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import { describeCall } from '../describeCall';
import type { EventReader } from '../events/EventReader';
import type { TrialWorld } from './TrialHost';

/** What a task's calls answer instead of being made. @public */
export interface Mock {
  readonly output?: Json;
  /** One for each call, in order; the last one for all that follow. */
  readonly outputs?: readonly Json[];
  readonly error?: ErrorDetails;
  /** What a listening task receives, in order. */
  readonly events?: readonly CloudEvent[];
}

/** A call that a run would make, or has made. @public */
export interface TrialCall {
  readonly taskKey: string;
  readonly kind: string;
  /** For people. */
  readonly target: string;
  readonly isMocked: boolean;
  readonly input?: Json;
}

/** Answers by mocks; what has none is carried out by `executor`, or answers `null` without one. */
export class MockedWorld implements TrialWorld {
  readonly calls: TrialCall[] = [];
  readonly #uses = new Map<string, number>();

  constructor(
    private readonly options: {
      /** By the pointer of the task. */
      readonly mocks: { readonly [pointer: string]: Mock };
      /** The pointer that mocks have for the one of a run. */
      readonly pointerOf: (ref: string) => string;
      readonly executor: ActivityExecutor;
      /** Whether calls without a mock are made. Documents are fetched in any case. */
      readonly isReal: boolean;
      readonly signal: AbortSignal;
      readonly events: EventReader;
    },
  ) {}

  async answer(effect: ActivityEffect | ChildEffect): Promise<ActivityResult> {
    const mock = this.#mockOf(effect.taskKey);
    const isMocked = mock !== undefined && effect.kind !== 'document';
    const { target, request } = describeCall(effect);
    if (effect.kind !== 'document') {
      const { taskKey = '', kind } = effect;
      this.calls.push({ taskKey, kind, target, isMocked, input: request });
    }
    if (isMocked) return this.#mocked(mock, effect);
    return this.#carriedOut(effect);
  }

  /** Events that the listener does not expect are left out. */
  eventFor({ taskKey, expectations }: ListenEffect): ReceivedEvent | undefined {
    const events = this.#mockOf(taskKey)?.events ?? [];
    for (let event = this.#nextEvent(taskKey, events); event; ) {
      const taken = event;
      const expectation = expectations.findIndex(one =>
        this.options.events.meets(taken, one),
      );
      if (expectation >= 0) return { event, expectation };
      if (expectations.length === 0) return { event, expectation: 0 };
      event = this.#nextEvent(taskKey, events);
    }
    return undefined;
  }

  /** Without a mock it is the first decision, made by nobody in particular. */
  decisionOn(
    { taskKey, decisions, approvers }: ApprovalEffect,
    decidedAt: string,
  ): Json {
    const mocked = this.#outputOf(this.#mockOf(taskKey), taskKey);
    if (mocked !== undefined) return mocked;
    const vote = { decision: decisions[0], by: approvers[0], decidedAt };
    return { ...vote, votes: [vote] };
  }

  #nextEvent(
    taskKey: string,
    events: readonly CloudEvent[],
  ): CloudEvent | undefined {
    return events[this.#use(taskKey)];
  }

  async #carriedOut(
    effect: ActivityEffect | ChildEffect,
  ): Promise<ActivityResult> {
    const { executor, isReal, signal } = this.options;
    const isAllowed = isReal || effect.kind === 'document';
    if (effect.kind === 'child' || effect.kind === 'emit' || !isAllowed) {
      return { outcome: { ok: true, value: null } };
    }
    const idempotencyKey = `trial:${effect.id}`;
    const requireLease = () => {}; // a trial belongs to this process alone
    return executor.execute(effect, { signal, idempotencyKey, requireLease });
  }

  #mocked(mock: Mock, effect: ActivityEffect | ChildEffect): ActivityResult {
    const { error } = mock;
    if (error) return { outcome: { ok: false, error } };
    const value = this.#outputOf(mock, effect.taskKey ?? '');
    if (value !== undefined) return { outcome: { ok: true, value } };
    const { details } = standardError('runtime', 'The mock has no output');
    return { outcome: { ok: false, error: details } };
  }

  #outputOf(mock: Mock | undefined, taskKey: string): Json | undefined {
    if (!mock?.outputs) return mock?.output;
    const { outputs } = mock;
    return outputs[Math.min(this.#use(taskKey), outputs.length - 1)];
  }

  #mockOf(taskKey: string | undefined): Mock | undefined {
    if (taskKey === undefined) return undefined;
    const pointer = this.options.pointerOf(parseTaskKey(taskKey).ref);
    const { mocks } = this.options;
    return Object.hasOwn(mocks, pointer) ? mocks[pointer] : undefined;
  }

  /** How often it was asked for this task before. */
  #use(taskKey: string): number {
    const { ref } = parseTaskKey(taskKey);
    const uses = this.#uses.get(ref) ?? 0;
    this.#uses.set(ref, uses + 1);
    return uses;
  }
}
