import { createHash } from 'node:crypto';
import type {
  Payload,
  PayloadRef,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredPayload } from '../store/InstanceStore';

/** Values above this many bytes of JSON text are kept apart. */
const INLINE_BYTES = 4096;

const PREVIEW_CHARACTERS = 200;

/** A value for an entry, and what must be stored beside it. */
export interface EncodedPayload {
  readonly payload: Payload;
  readonly stored?: StoredPayload;
}

/** Decides how a value is kept. The same large value gives the same reference. @public */
export function encodePayload(value: Json): EncodedPayload {
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  return bytes <= INLINE_BYTES ? { payload: { value } } : keptApart(text);
}

/** How a value is kept apart from the entry that it belongs to, however small. @param text - its JSON text @public */
export function keptApart(text: string): {
  readonly payload: PayloadRef;
  readonly stored: StoredPayload;
} {
  const bytes = Buffer.byteLength(text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    payload: {
      ref: sha256,
      bytes,
      sha256,
      preview: text.slice(0, PREVIEW_CHARACTERS),
    },
    stored: { sha256, text },
  };
}

/** The value of a payload. @param texts - JSON text of those kept apart, by hash */
export function decodePayload(
  payload: Payload,
  texts: ReadonlyMap<string, string>,
): Json {
  if ('value' in payload) return payload.value as Json;
  if ('redacted' in payload)
    throw new Error('What is stored is never redacted');
  const text = texts.get(payload.sha256);
  if (text === undefined) {
    throw new Error(`Payload ${payload.sha256} is missing from the store`);
  }
  return JSON.parse(text);
}
