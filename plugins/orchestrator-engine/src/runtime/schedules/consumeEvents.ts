import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventStrategy,
  Json,
  ListenTask,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
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
import type { EventReader } from '../events/EventReader';

/** What some events, in order, have come to. */
export type Consumption =
  | { readonly isOver: false; readonly awaits: readonly ListenEffect[] }
  | {
      readonly isOver: true;
      /** The list of what was consumed. */
      readonly output: Json;
      /** How many of the events were looked at. */
      readonly count: number;
    };

/** What a schedule's strategy is read with. */
export type ConsumerOptions = Pick<
  RunWorkflowOptions,
  'expressions' | 'runtime'
> & { readonly reader: EventReader };

/**
 * Consumes events as a `listen` task would: a schedule's strategy means what it means there.
 *
 * @throws what a strategy says that cannot be evaluated
 */
export async function consumeEvents(
  definition: WorkflowDefinition,
  events: readonly CloudEvent[],
  { reader, ...options }: ConsumerOptions,
): Promise<Consumption> {
  const { on, read = 'data' } = definition.schedule ?? {};
  if (!on) return { isOver: false, awaits: [] };
  const host = new EventHost(events, reader);
  try {
    await runWorkflow({
      ...options,
      host,
      definition: listening(definition, on, read),
      start: { instanceId: definition.id, input: {}, startedAt: 0 },
    });
  } catch (error) {
    if (error instanceof OutOfEvents) {
      return { isOver: false, awaits: host.listeners };
    }
    throw error;
  }
  return { isOver: true, output: host.output, count: host.count };
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

/** Gives a run its events, and nothing else. */
class EventHost implements DurableHost {
  readonly #events: readonly CloudEvent[];
  readonly #reader: EventReader;
  readonly #open = new Map<string, ListenEffect>();
  readonly #turns: string[] = [];
  count = 0;
  output: Json = null;

  constructor(events: readonly CloudEvent[], reader: EventReader) {
    this.#events = events;
    this.#reader = reader;
  }

  get listeners(): readonly ListenEffect[] {
    return [...this.#open.values()];
  }

  start(effect: Effect): void {
    if (effect.kind === 'listen') this.#open.set(effect.id, effect);
    else if (effect.kind === 'timer') this.#turns.push(effect.id);
    else throw new Error(`It asks for ${describe(effect)}`);
  }

  async race(): Promise<Settled> {
    const turn = this.#turns.shift();
    if (turn !== undefined) return settled(turn, null);
    for (;;) {
      const event = this.#events[this.count];
      if (!event) throw new OutOfEvents();
      this.count += 1;
      const taken = this.#taken(event);
      if (taken) return taken;
    }
  }

  breathe(): undefined {}

  cancel({ id }: Effect): void {
    this.#open.delete(id);
  }

  record(entry: TaskEntry): void {
    if (entry.type === 'instance.completed') this.output = entry.data.output;
  }

  #taken(event: CloudEvent): Settled | undefined {
    for (const { id, expectations } of this.#open.values()) {
      const expectation =
        expectations.length === 0 ? 0 : this.#first(expectations, event);
      if (expectation < 0) continue;
      this.#open.delete(id);
      const value = { event: JSON.parse(JSON.stringify(event)), expectation };
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
    : effect.kind;
}
