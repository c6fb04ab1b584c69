import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventStrategy,
  Json,
  ListenTask,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { jsonOf } from '../../interpreter/json';
import type {
  DurableHost,
  Effect,
  EventExpectation,
  ListenEffect,
  Settled,
  TaskEntry,
} from '../../interpreter/DurableHost';
import {
  runWorkflow,
  type RunWorkflowOptions,
} from '../../interpreter/runWorkflow';
import type { ScheduleEvent } from '../../store/ScheduleStore';
import type { EventReader } from '../events/EventReader';

/** What some events, in order, have come to. */
export interface Consumption {
  /** Those that belong to the set. */
  readonly taken: readonly ScheduleEvent[];
  /** Those that the set had no use for. */
  readonly passed: readonly ScheduleEvent[];
  /** Absent while the set is not complete. */
  readonly end?:
    | {
        readonly kind: 'complete';
        /** The list of what was consumed. */
        readonly output: Json;
      }
    | { readonly kind: 'failed'; readonly reason: string };
}

/** What a schedule's strategy is read with. */
export type ConsumerOptions = Pick<
  RunWorkflowOptions,
  'expressions' | 'runtime'
> & { readonly reader: EventReader };

/**
 * Consumes events as a `listen` task would: a schedule's strategy means what it means there. Reads no more events than it takes to
 * complete one set.
 */
export async function consumeEvents(
  definition: WorkflowDefinition,
  events: AsyncIterable<ScheduleEvent>,
  options: ConsumerOptions,
): Promise<Consumption> {
  const host = new EventHost(events, options.reader);
  const end = await runStrategy(definition, host, options);
  const { taken, passed } = host;
  return taken.length === 0 ? { taken, passed } : { taken, passed, end };
}

/** What a schedule listens for before any event has come. @throws what its strategy says that cannot be evaluated */
export async function firstListeners(
  definition: WorkflowDefinition,
  options: ConsumerOptions,
): Promise<readonly ListenEffect[]> {
  const host = new EventHost(noEvents(), options.reader);
  const end = await runStrategy(definition, host, options);
  if (end?.kind === 'failed') throw new Error(end.reason);
  return host.listeners;
}

async function* noEvents(): AsyncGenerator<ScheduleEvent> {}

async function runStrategy(
  definition: WorkflowDefinition,
  host: EventHost,
  { expressions, runtime }: ConsumerOptions,
): Promise<Consumption['end']> {
  const { on, read = 'data' } = definition.schedule ?? {};
  if (!on) return undefined;
  try {
    await runWorkflow({
      expressions,
      runtime,
      host,
      definition: listening(definition, on, read),
      start: { instanceId: definition.id, input: {}, startedAt: 0 },
    });
    return { kind: 'complete', output: host.output };
  } catch (error) {
    if (error instanceof OutOfEvents) return undefined;
    if (!(error instanceof CannotConsume)) throw error;
    return { kind: 'failed', reason: error.message };
  }
}

/** A workflow that listens once. */
function listening(
  { id, document, evaluation }: WorkflowDefinition,
  to: EventStrategy,
  read: ListenTask['read'],
): WorkflowDefinition {
  const listen: ListenTask = {
    kind: 'listen',
    name: 'schedule',
    pointer: '/schedule/on',
    then: { kind: 'continue' },
    to,
    read,
  };
  return { id, document, evaluation, do: [listen], raw: {} };
}

/** There are no more events. */
class OutOfEvents extends Error {}

/** The strategy cannot be evaluated with the events that have come. */
class CannotConsume extends Error {}

/** Gives a run its events, and nothing else. */
class EventHost implements DurableHost {
  readonly #events: AsyncIterator<ScheduleEvent>;
  readonly #reader: EventReader;
  readonly #open = new Map<string, ListenEffect>();
  readonly #turns: string[] = [];
  readonly taken: ScheduleEvent[] = [];
  readonly passed: ScheduleEvent[] = [];
  output: Json = null;

  constructor(events: AsyncIterable<ScheduleEvent>, reader: EventReader) {
    this.#events = events[Symbol.asyncIterator]();
    this.#reader = reader;
  }

  get listeners(): readonly ListenEffect[] {
    return [...this.#open.values()];
  }

  start(effect: Effect): void {
    if (effect.kind === 'listen') this.#open.set(effect.id, effect);
    else if (effect.kind === 'timer') this.#turns.push(effect.id);
    else throw new CannotConsume(describe(effect));
  }

  async race(): Promise<Settled> {
    const turn = this.#turns.shift();
    if (turn !== undefined) return settled(turn, null);
    for (;;) {
      const next = await this.#events.next();
      if (next.done) throw new OutOfEvents();
      const settling = this.#offer(next.value.event);
      if (settling) {
        this.taken.push(next.value);
        return settling;
      }
      this.passed.push(next.value);
    }
  }

  breathe(): undefined {}

  cancel({ id }: Effect): void {
    this.#open.delete(id);
  }

  record(entry: TaskEntry): void {
    if (entry.type === 'instance.completed') this.output = entry.data.output;
  }

  /** `undefined` when nobody takes the event. */
  #offer(event: CloudEvent): Settled | undefined {
    for (const { id, expectations } of this.#open.values()) {
      const expectation =
        expectations.length === 0 ? 0 : this.#first(expectations, event);
      if (expectation < 0) continue;
      this.#open.delete(id);
      const value = { event: jsonOf(event), expectation };
      return settled(id, value);
    }
    return undefined;
  }

  #first(expectations: readonly EventExpectation[], event: CloudEvent) {
    return expectations.findIndex(one => this.#reader.meets(event, one));
  }
}

function settled(id: string, value: Json): Settled {
  return { kind: 'effect', id, outcome: { ok: true, value }, time: 0 };
}

function describe(effect: Effect): string {
  return effect.kind === 'gate'
    ? effect.error.detail ?? effect.error.type
    : `It asks for ${effect.kind}`;
}
