import { createParser } from 'eventsource-parser';
import type { Response } from 'undici';
import { standardError } from '../../interpreter/WorkflowError';
import { readAnswer, TooLargeError } from '../egress/readAnswer';
import { isObject, type JsonObject } from '../JsonObject';

/**
 * The JSON-RPC messages of an answer: one, or those of a stream of server-sent events as they come.
 *
 * @param maxBytes - of the answer as a whole
 */
export async function* readMessages(
  response: Response,
  maxBytes: number,
): AsyncGenerator<JsonObject> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    yield* readStream(response, maxBytes);
    return;
  }
  const { bytes } = await readAnswer(response, maxBytes);
  if (bytes.length > 0) yield parseMessage(bytes.toString('utf8'));
}

async function* readStream(
  response: Response,
  maxBytes: number,
): AsyncGenerator<JsonObject> {
  const texts: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => texts.push(data) });
  const decoder = new TextDecoder();
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new TooLargeError(`the answer is larger than ${maxBytes} bytes`);
    }
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* texts.splice(0).filter(Boolean).map(parseMessage);
  }
}

/** @throws WorkflowError `communication` when the text is no message */
export function parseMessage(text: string): JsonObject {
  const message = tryParse(text);
  if (isObject(message)) return message;
  throw standardError(
    'communication',
    `The answer is no JSON-RPC message: ${text.slice(0, 200)}`,
  );
}

function tryParse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told by the caller
  }
}
