import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { describe, unfit } from './describe';
import { jsonText, textOf } from './jsonText';
import { numberText } from './numberText';
import { isArray, typeName } from './types';
import {
  decodeBase32,
  decodeBase64,
  encodeBase32,
  encodeBase64,
} from './binaryText';

/** Turns a value into text, as `@name` does. @internal */
export type Format = (value: Json, run: Run) => string;

const HTML: { readonly [character: string]: string } = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&quot;',
};

const TSV: { readonly [character: string]: string } = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
};

/** @internal */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', textOf],
  ['json', jsonText],
  ['html', onText(text => text.replace(/[<>&'"]/g, found => HTML[found]))],
  ['uri', onText(encodeUri)],
  ['urid', onText(decodeUri)],
  ['csv', (value, run) => row(value, run, 'csv', ',', quoteCsv)],
  ['tsv', (value, run) => row(value, run, 'tsv', '\t', escapeTsv)],
  ['sh', formatShell],
  ['base64', onText(encodeBase64)],
  ['base64d', onText(decodeBase64)],
  ['base32', onText(encodeBase32)],
  ['base32d', onText(decodeBase32)],
]);

/** A format of the value's text; results are at most a few times as long. */
function onText(change: (text: string) => string): Format {
  return (value, run) => {
    const text = textOf(value, run);
    run.step(1 + text.length / 4);
    run.build(6 * text.length);
    return change(text);
  };
}

function encodeUri(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    found => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** With replacement characters for halves of surrogate pairs. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function decodeUri(text: string): string {
  const bytes: number[] = [];
  const encoded = new TextEncoder().encode(text);
  for (let index = 0; index < encoded.length; index += 1) {
    if (encoded[index] !== PERCENT) {
      bytes.push(encoded[index]);
    } else {
      const digits = String.fromCharCode(
        encoded[index + 1],
        encoded[index + 2],
      );
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw unfit(text, 'is not a valid uri encoding');
      }
      bytes.push(parseInt(digits, 16));
      index += 2;
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
const PERCENT = 0x25;

function row(
  value: Json,
  run: Run,
  name: string,
  separator: string,
  quote: (text: string) => string,
): string {
  if (!isArray(value)) {
    throw unfit(value, `cannot be ${name}-formatted, only array`);
  }
  const text = value
    .map(cell => {
      if (cell === null) return '';
      if (typeof cell === 'number') return numberCell(cell);
      if (typeof cell === 'boolean') return String(cell);
      if (typeof cell === 'string') return quote(cell);
      throw new JqError(`${describe(cell)} is not valid in a csv row`);
    })
    .join(separator);
  run.step(value.length);
  run.build(2 * text.length);
  return text;
}

function numberCell(value: number): string {
  return Number.isNaN(value) ? '' : numberText(value);
}

function quoteCsv(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function escapeTsv(text: string): string {
  return text.replace(/[\t\n\r\\]/g, found => TSV[found]);
}

function formatShell(value: Json, run: Run): string {
  const words = isArray(value) ? value : [value];
  const text = words.map(word => shellWord(word)).join(' ');
  run.step(words.length);
  run.build(2 * text.length);
  return text;
}

function shellWord(value: Json): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", `'\\''`)}'`;
  if (typeof value === 'number') return numberText(value);
  if (typeName(value) === 'null' || typeof value === 'boolean') {
    return String(value);
  }
  throw unfit(value, 'can not be escaped for shell');
}
