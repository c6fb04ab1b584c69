import type { ServerResponse } from 'node:http';
import type { OrchestratorEvent } from '../events';
import type { InstanceState } from '../fold/InstanceState';
import type { Answer } from './LocalServer';

/** The server's end of a live stream. */
export class StreamConnection {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  send(type: string, data: unknown, id?: string): this {
    const idLine = id ? `id: ${id}\n` : '';
    this.#response.write(
      `${idLine}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`,
    );
    return this;
  }

  snapshot(state: InstanceState, reason?: string): this {
    const id = `${state.epoch}.${state.seq}`;
    return this.send('snapshot', { id, data: { state, reason } }, id);
  }

  events(...events: readonly OrchestratorEvent[]): this {
    events.forEach(event => this.send(event.type, event, event.id));
    return this;
  }

  ping(head: string, intervalMs = 15_000): this {
    return this.send('ping', { serverTime: '', head, intervalMs });
  }

  bye(reason: string, reconnectAfterMs?: number) {
    this.send('bye', { reason, reconnectAfterMs });
    this.#response.end();
  }

  /** Closes without a word. */
  cut() {
    this.#response.end();
  }

  /** Settles when the client has gone. */
  get closed(): Promise<void> {
    return new Promise(resolve => {
      this.#response.on('close', resolve);
    });
  }
}

/** Answers with a live stream. */
export function eventStream(serve: (to: StreamConnection) => void): Answer {
  return (_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
    });
    response.flushHeaders();
    serve(new StreamConnection(response));
  };
}
