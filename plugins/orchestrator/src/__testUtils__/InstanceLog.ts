import {
  parseTaskKey,
  type Actor,
  type EventData,
  type EventType,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** What is to be logged; the log adds the envelope. */
export type LogEntry = {
  [T in EventType]: {
    readonly type: T;
    readonly data: EventData[T];
    readonly actor?: Actor;
    /** Key of the task that it is about. */
    readonly task?: string;
    /** Milliseconds since the entry before. */
    readonly afterMs?: number;
  };
}[EventType];

/** An instance's event log in memory, for tests and for the development app. */
export class InstanceLog {
  readonly id: string;
  readonly events: OrchestratorEvent[] = [];
  readonly #workflow: { readonly id: string; readonly version: string };
  readonly #listeners = new Set<() => void>();
  #time: number;

  /** @param startedAt - ISO 8601; when the first entry was written */
  constructor(id: string, workflowId: string, startedAt: string) {
    this.id = id;
    this.#workflow = { id: workflowId, version: '1.0.0' };
    this.#time = Date.parse(startedAt);
  }

  get workflowId(): string {
    return this.#workflow.id;
  }

  /** Writes entries and tells the listeners. */
  add(...entries: readonly LogEntry[]): this {
    for (const entry of entries) this.events.push(this.#eventOf(entry));
    this.#listeners.forEach(listener => listener());
    return this;
  }

  /** Calls back after each {@link add}. Returns the way to stop it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #eventOf({ task, afterMs = 0, ...body }: LogEntry): OrchestratorEvent {
    this.#time += afterMs;
    const seq = this.events.length + 1;
    return {
      ...body,
      v: 1,
      id: `e1.${seq}`,
      seq,
      time: new Date(this.#time).toISOString(),
      instanceId: this.id,
      workflow: this.#workflow,
      ...(task !== undefined && { task: parseTaskKey(task) }),
    };
  }
}
