import {
  valueAt,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { plainText } from '../http/encodeBody';
import type { JsonObject } from '../JsonObject';
import type { InboundMessage } from './AsyncApiEndpoint';

/** Text is sent as it is, all else as JSON. */
export function encodePayload(payload: Json): string {
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}

/** JSON where it is, else text. */
export function decodePayload(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Headers as protocols carry them. */
export function headerTexts(headers: JsonObject): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, plainText(value)]),
  );
}

/** The headers with the trace that the call belongs to, unless they have one. */
export function traced(
  headers: { readonly [name: string]: string },
  { traceparent }: { readonly traceparent?: string },
): { readonly [name: string]: string } {
  const isGiven = Object.keys(headers).some(
    name => name.toLowerCase() === 'traceparent',
  );
  if (traceparent === undefined || isGiven) return headers;
  return { ...headers, traceparent };
}

/** The message with its correlation id, which the document says where to find, e.g. `$message.header#/correlationId`. */
export function correlated(
  message: InboundMessage,
  location: string | undefined,
): InboundMessage {
  const [, part, pointer = ''] =
    /^\$message\.(header|payload)#(.*)$/.exec(location ?? '') ?? [];
  if (!part) return message;
  const from = part === 'header' ? message.headers ?? {} : message.payload;
  const value = valueAt(from, pointer);
  return value === undefined || value === null
    ? message
    : { ...message, correlationId: plainText(value) };
}
