import type { WebSocket } from 'ws';
import type { EventSink, SentMessage } from './EventSink';

/** How many bytes may wait for the client before it is waited for. */
const ROOM_BYTES = 64 * 1024;

/** A live stream over a WebSocket: each message is the server-sent one as JSON `{id?, event, data}`. */
export class WebSocketSink implements EventSink {
  readonly #socket: WebSocket;
  readonly #takeWithinMs: number;

  /** @param options - `takeWithinMs`: how long the client may take to make room */
  constructor(socket: WebSocket, options: { readonly takeWithinMs: number }) {
    this.#socket = socket;
    this.#takeWithinMs = options.takeWithinMs;
  }

  async send({ id, event, data }: SentMessage): Promise<boolean> {
    const isWritten = this.#write(JSON.stringify({ id, event, data }));
    return this.#hasRoom || isWritten;
  }

  onGone(listener: () => void): void {
    const { readyState, OPEN } = this.#socket;
    if (readyState === OPEN) this.#socket.once('close', listener);
    else listener();
  }

  /** A client that does not take what it was sent is cut off. */
  close(): void {
    if (this.#hasRoom) this.#socket.close(1000);
    else this.#socket.terminate();
  }

  get #hasRoom(): boolean {
    return this.#socket.bufferedAmount < ROOM_BYTES;
  }

  /** Resolves when the text has left: `false` when it has not in time, or never will. */
  #write(text: string): Promise<boolean> {
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve(false), this.#takeWithinMs);
      this.#socket.send(text, error => {
        clearTimeout(timer);
        resolve(!error);
      });
    });
  }
}
