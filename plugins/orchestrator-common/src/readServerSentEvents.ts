import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Messages of a live stream as they arrive, until it ends. */
export type LiveMessages = AsyncGenerator<EventSourceMessage, void, void>;

/**
 * What the answer of a live stream brings.
 *
 * @returns `undefined` when the server has nothing more to tell
 * @internal
 */
export function liveMessagesOf({
  status,
  body,
}: Response): LiveMessages | undefined {
  return status === 204 || !body ? undefined : readServerSentEvents(body);
}

/** The events of a `text/event-stream` body as they arrive, until it ends. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
): LiveMessages {
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: message => arrived.push(message) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
    yield* arrived.splice(0);
  }
}
