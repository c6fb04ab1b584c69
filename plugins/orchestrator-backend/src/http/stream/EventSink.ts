import type { Response } from 'express';

/** Where a live stream goes. */
export interface EventSink {
  /**
   * Sends one message, and waits until the client has room for another.
   *
   * @returns `false` when the client does not take it in time
   */
  send(message: SentMessage): Promise<boolean>;
  /** Calls back once when the client is gone; at once when it is already. */
  onGone(listener: () => void): void;
  close(): void;
}

/** One message of a live stream. */
export interface SentMessage {
  /** Moves the client's cursor; absent for what must not. */
  readonly id?: string;
  readonly event: string;
  readonly data: object;
}

/** How long native clients wait before they connect again. */
const RETRY_MS = 2_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Without `no-transform` compression on the way would hold messages back.
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/** Server-sent events over an answer of Express. Holds no more than what the socket has not taken yet. */
export class ResponseSink implements EventSink {
  readonly #response: Response;
  readonly #takeWithinMs: number;
  #isFirst = true;

  /** @param options - `takeWithinMs`: how long the client may take to make room */
  constructor(response: Response, options: { readonly takeWithinMs: number }) {
    this.#response = response;
    this.#takeWithinMs = options.takeWithinMs;
    response.writeHead(200, headers);
    response.flushHeaders();
  }

  async send(message: SentMessage): Promise<boolean> {
    const hasRoom = this.#response.write(this.#format(message));
    flush(this.#response);
    return hasRoom || this.#drained();
  }

  onGone(listener: () => void): void {
    if (this.#response.destroyed) listener();
    else this.#response.once('close', listener);
  }

  /** A client that does not take what it was sent is cut off. */
  close(): void {
    if (this.#response.writableNeedDrain) this.#response.destroy();
    else this.#response.end();
  }

  /** The client is told when to retry along with the first message: alone it would be an empty message to some. */
  #format({ id, event, data }: SentMessage): string {
    const lines = [
      ...(this.#isFirst ? [`retry: ${RETRY_MS}`] : []),
      ...(id === undefined ? [] : [`id: ${id}`]),
      `event: ${event}`,
      `data: ${JSON.stringify(data)}`,
    ];
    this.#isFirst = false;
    return `${lines.join('\n')}\n\n`;
  }

  #drained(): Promise<boolean> {
    const response = this.#response;
    return new Promise(resolve => {
      const settle = (isDrained: boolean) => () => {
        clearTimeout(timer);
        response.off('drain', onDrain);
        response.off('close', onClose);
        resolve(isDrained);
      };
      const onDrain = settle(true);
      const onClose = settle(false);
      const timer = setTimeout(onClose, this.#takeWithinMs);
      response.once('drain', onDrain);
      response.once('close', onClose);
    });
  }
}

/** Compression adds a method that passes on what it has gathered. */
function flush(response: Response): void {
  if ('flush' in response && typeof response.flush === 'function') {
    response.flush();
  }
}
