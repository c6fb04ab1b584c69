import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Response } from 'undici';

/** An answer longer than the engine takes. */
export class TooLargeError extends Error {
  readonly name = 'TooLargeError';
}

/** The body of an answer in its three forms; `content` is parsed when the answer says that it is JSON. */
export async function readAnswer(
  response: Response,
  maxBytes: number,
): Promise<{
  readonly text: string;
  readonly base64: string;
  readonly content: Json;
}> {
  const bytes = await readAtMost(response, maxBytes);
  const text = bytes.toString('utf8');
  return {
    text,
    base64: bytes.toString('base64'),
    content: contentOf(response, text),
  };
}

async function readAtMost(
  response: Response,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new TooLargeError(`the answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function contentOf(response: Response, text: string): Json {
  const type = response.headers.get('content-type') ?? '';
  if (!/\bjson\b/.test(type)) return text === '' ? null : text;
  try {
    return withoutInfinities(JSON.parse(text), text);
  } catch {
    return text;
  }
}

/** A number such as `1e400` becomes `null`, as it does in the log: a replay must see what the first run saw. */
function withoutInfinities(value: Json, text: string): Json {
  const mayHold = /\d[eE]\+?\d{3}/.test(text);
  return mayHold ? JSON.parse(JSON.stringify(value)) : value;
}
