import type { Json } from '../../../Json';
import { numberText } from './numberText';
import { isArray, isObject } from './types';

/** jq's buffer for a value in a message, without its final zero. */
const MAX_BYTES = 14;

/**
 * The beginning of the value's JSON, at most `maxBytes` of UTF-8, of which the last three are dots when it is cut.
 *
 * @internal
 */
export function quotePreview(value: Json, maxBytes = MAX_BYTES): string {
  const text = beginning(value, maxBytes + 1);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= maxBytes) return text;
  // A character that is cut becomes the replacement character.
  return `${new TextDecoder().decode(bytes.subarray(0, maxBytes - 3))}...`;
}

/** JSON of the value, at least `length` characters of it. */
function beginning(value: Json, length: number): string {
  if (length <= 0) return '';
  if (typeof value === 'string') return quoteBeginning(value, length);
  if (typeof value === 'number') return numberText(value);
  if (isArray(value)) {
    return `${joinBeginnings('[', value, length, beginning)}]`;
  }
  if (!isObject(value)) return String(value);
  const entry = (key: string, rest: number) =>
    `${quoteBeginning(key, rest)}:${beginning(value[key], rest)}`;
  return `${joinBeginnings('{', Object.keys(value), length, entry)}}`;
}

function quoteBeginning(text: string, length: number): string {
  return JSON.stringify(text.slice(0, length + 1)).replaceAll(
    '\u007f',
    '\\u007f',
  );
}

function joinBeginnings<T>(
  opening: string,
  items: readonly T[],
  length: number,
  write: (item: T, rest: number) => string,
): string {
  let text = opening;
  for (const item of items) {
    if (text.length >= length) break;
    text += text.length > 1 ? ',' : '';
    text += write(item, length - text.length);
  }
  return text;
}
