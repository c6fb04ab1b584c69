import { createParser } from 'eventsource-parser';

/** A message of a live stream, as a client reads it. */
export interface StreamedMessage {
  readonly id?: string;
  readonly event?: string;
  readonly data: {
    readonly id?: string;
    readonly seq?: number;
    readonly instanceId?: string;
    readonly status?: string;
    readonly reason?: string;
    readonly head?: string;
    readonly data?: {
      readonly reason?: string;
      readonly from?: string;
      readonly state?: { readonly seq: number; readonly status: string };
    };
  };
  /** The data as it came. */
  readonly text: string;
}

/** A connection to a live stream as a browser opens it: through compression. */
export interface OpenStream {
  readonly response: Response;
  /** The next messages; fewer when the stream ends before. */
  take(count: number): Promise<StreamedMessage[]>;
  /** Messages up to the first that is like this, or to the end. */
  takeUntil(
    isLast: (message: StreamedMessage) => boolean,
  ): Promise<StreamedMessage[]>;
  /** All messages until the server closes. */
  rest(): Promise<StreamedMessage[]>;
  close(): void;
}

/** Opens a live stream. */
export async function openStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  const abort = new AbortController();
  const response = await fetch(url, {
    signal: abort.signal,
    headers: { 'Accept-Encoding': 'gzip, br', ...headers },
  });
  const messages = messagesOf(response);
  const takeUntil = async (isLast: (message: StreamedMessage) => boolean) => {
    const taken: StreamedMessage[] = [];
    for (;;) {
      const { done, value } = await messages.next();
      if (done) return taken;
      taken.push(value);
      if (isLast(value)) return taken;
    }
  };
  return {
    response,
    take(count) {
      let left = count;
      return takeUntil(() => (left -= 1) <= 0);
    },
    takeUntil,
    rest: () => takeUntil(() => false),
    close: () => abort.abort(),
  };
}

async function* messagesOf(
  response: Response,
): AsyncGenerator<StreamedMessage, void, void> {
  if (!response.body) return;
  const ready: StreamedMessage[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data: text }) =>
      ready.push({ id, event, data: JSON.parse(text), text }),
  });
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    parser.feed(text);
    yield* ready.splice(0);
  }
}
