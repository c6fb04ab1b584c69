import type { Json } from '../../../Json';
import type { Run } from '../Run';
import { numberText } from './numberText';
import { isArray, type JsonArray, type JsonObject } from './types';

/** What joining one more item or entry takes. */
const ENTRY_BYTES = 56;

/** The value as jq's `tojson` writes it. @internal */
export function jsonText(value: Json, run: Run): string {
  const text = write(value, run);
  run.build(2 * text.length);
  return text;
}

/** A string as it is, anything else as JSON: jq's `tostring`. @internal */
export function textOf(value: Json, run: Run): string {
  return typeof value === 'string' ? value : jsonText(value, run);
}

function write(value: Json, run: Run): string {
  if (typeof value === 'string') return quote(value, run);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  run.enter();
  const text = isArray(value)
    ? writeArray(value, run)
    : writeObject(value, run);
  run.depth -= 1;
  return text;
}

function writeArray(value: JsonArray, run: Run): string {
  let text = '[';
  for (const item of value) {
    if (text.length > 1) text += ',';
    text += write(item, run);
    run.step(1);
    run.build(ENTRY_BYTES);
  }
  return `${text}]`;
}

function writeObject(value: JsonObject, run: Run): string {
  let text = '{';
  for (const key of Object.keys(value)) {
    if (text.length > 1) text += ',';
    text += `${quote(key, run)}:${write(value[key], run)}`;
    run.step(1);
    run.build(ENTRY_BYTES);
  }
  return `${text}}`;
}

/** jq escapes DEL too. */
function quote(text: string, run: Run): string {
  run.build(text.length);
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
