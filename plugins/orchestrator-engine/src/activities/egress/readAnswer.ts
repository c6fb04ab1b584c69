import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Headers, Response } from 'undici';

/** An answer longer than the engine takes. */
export class TooLargeError extends Error {
  readonly name = 'TooLargeError';
}

/** An answer that was read to its end. */
export interface HttpAnswer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** @throws {@link TooLargeError} */
export async function readAnswer(
  response: Response,
  maxBytes: number,
): Promise<HttpAnswer> {
  const { url, status, statusText, headers } = response;
  const bytes = await readAtMost(response, maxBytes);
  return { url, status, statusText, headers, bytes };
}

/** The body, parsed when the answer says that it is JSON; `null` when it is empty. */
export function contentOf({ headers, bytes }: HttpAnswer): Json {
  const text = bytes.toString('utf8');
  if (text === '') return null;
  const type = headers.get('content-type') ?? '';
  if (!/\bjson\b/.test(type)) return text;
  try {
    return withoutInfinities(JSON.parse(text), text);
  } catch {
    return text;
  }
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

/** A number such as `1e400` becomes `null`, as it does in the log: a replay must see what the first run saw. */
function withoutInfinities(value: Json, text: string): Json {
  const mayHold = /\d[eE]\+?\d{3}/.test(text);
  return mayHold ? JSON.parse(JSON.stringify(value)) : value;
}
