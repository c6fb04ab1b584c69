import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  ExpressionEvaluator,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  EventExpectation,
  ListenEffect,
} from '../interpreter/DurableHost';
import type { Signal } from '../store/InstanceStore';

/** A signal, before it is known whom it is for. */
export type FakeSignal = Signal extends infer S
  ? S extends Signal
    ? Pick<S, 'id' | 'kind' | 'data'>
    : never
  : never;

/** An event that comes from outside once `afterMs` have passed; what it does not say has a default. */
export interface FakeEvent extends Partial<CloudEvent> {
  readonly afterMs?: number;
}

interface Received {
  readonly event: CloudEvent;
  isTaken: boolean;
}

/** An inbox in memory: each event goes to all that listen when it comes, else to the first that listens later. */
export class FakeEvents {
  readonly #inbox: Received[] = [];
  readonly #open = new Map<string, ListenEffect>();
  /** What each listener was told, to be told again when its instance has been replayed. */
  readonly #told = new Map<string, FakeSignal>();

  constructor(
    private readonly expressions: ExpressionEvaluator,
    private readonly tell: (signal: FakeSignal) => void,
  ) {}

  deliver(attributes: Partial<CloudEvent>): void {
    const event: CloudEvent = {
      specversion: '1.0',
      id: `${this.#inbox.length + 1}`,
      source: '/test',
      type: 'test',
      ...attributes,
    };
    const received: Received = { event, isTaken: false };
    this.#inbox.push(received);
    for (const effect of [...this.#open.values()]) {
      this.#offer(received, effect);
    }
  }

  listen(effect: ListenEffect): void {
    const told = this.#told.get(effect.id);
    if (told) {
      this.tell(told);
      return;
    }
    this.#open.set(effect.id, effect);
    for (const received of this.#inbox) {
      if (!received.isTaken) this.#offer(received, effect);
      if (!this.#open.has(effect.id)) return;
    }
  }

  #offer(received: Received, { id: effectId, expectations }: ListenEffect) {
    const { event } = received;
    const expectation =
      expectations.length === 0
        ? 0
        : expectations.findIndex(expected => this.#takes(expected, event));
    if (expectation < 0) return;
    received.isTaken = true;
    this.#open.delete(effectId);
    const signal: FakeSignal = {
      id: `event ${effectId}`,
      kind: 'event',
      data: { effectId, event, expectation },
    };
    this.#told.set(effectId, signal);
    this.tell(signal);
  }

  #takes(expected: EventExpectation, event: CloudEvent): boolean {
    const { literals, patterns, expressions, correlations } = expected;
    const valueOf = (text: string, on: Json) =>
      this.expressions
        .compile(text, { variables: Object.keys(expected.variables) })
        .first(on, expected.variables);
    const whole: Json = JSON.parse(JSON.stringify(event));
    return (
      Object.entries(literals).every(([name, value]) =>
        isSame(event[name], value),
      ) &&
      Object.entries(patterns).every(([name, pattern]) =>
        new RegExp(`^(?:${pattern})$`).test(String(event[name])),
      ) &&
      Object.entries(expressions).every(([name, text]) => {
        const value = valueOf(text, event[name] ?? null);
        return value === true || isSame(value, event[name]);
      }) &&
      correlations.every(
        ({ from, expect }) =>
          expect === undefined || isSame(valueOf(from, whole), expect),
      )
    );
  }
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
