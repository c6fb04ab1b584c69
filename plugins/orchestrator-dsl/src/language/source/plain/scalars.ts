import type { Json } from '../../WorkflowDefinition';

/** Text whose meaning is left to the YAML library: what is unusual, and what is broken. @internal */
export class Unusual extends Error {
  readonly name = 'Unusual';
}

/** A scalar and where the text goes on behind it. @internal */
export interface Scalar {
  readonly json: Json;
  readonly end: number;
}

const DOUBLE_QUOTED = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SINGLE_QUOTED = /'(?:[^']|'')*'/y;

/** Characters that mean something else at the beginning of plain text. */
const INDICATORS = '!&*|>%@`"\'#,[]{}?:';

const IN_BLOCK = /[^\n]*?(?=\s*(?: #|$))/y;
const IN_FLOW = /[^,[\]{}\n]*?(?=\s*(?:[,[\]{}]| #|$))/y;

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...['~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
]);

const USUAL_NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d+)?$/;

/** Other notations of numbers, and what is no number in JSON. */
const UNUSUAL_NUMBER =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * The scalar at a place of a line.
 *
 * @throws Unusual
 * @internal
 */
export function readScalar(
  line: string,
  at: number,
  context: 'block' | 'flow',
): Scalar {
  if (line[at] === '"') {
    const quoted = match(DOUBLE_QUOTED, line, at);
    return { json: parseQuoted(quoted), end: at + quoted.length };
  }
  if (line[at] === "'") {
    const quoted = match(SINGLE_QUOTED, line, at);
    const json = quoted.slice(1, -1).replaceAll("''", "'");
    return { json, end: at + quoted.length };
  }
  const text = match(context === 'block' ? IN_BLOCK : IN_FLOW, line, at);
  requirePlain(text);
  return { json: plainValue(text), end: at + text.length };
}

function parseQuoted(quoted: string): string {
  const value: unknown = JSON.parse(quoted);
  if (typeof value !== 'string') throw new Unusual();
  return value;
}

function requirePlain(text: string): void {
  const isDash = text[0] === '-' && (text.length === 1 || text[1] === ' ');
  if (
    text === '' ||
    isDash ||
    INDICATORS.includes(text[0]) ||
    text.includes(': ') ||
    text.endsWith(':')
  ) {
    throw new Unusual();
  }
}

/** What plain text means (YAML 1.2, "Core Schema"). */
function plainValue(text: string): Json {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text)) return text;
  if (USUAL_NUMBER.test(text)) return Number(text);
  if (UNUSUAL_NUMBER.test(text)) throw new Unusual();
  return text;
}

const PLAIN_KEY = /[A-Za-z_][\w.$/-]*(?=:(?: |$))/y;

/** The name of a member that begins here; `undefined` when no member begins here. @internal */
export function readKey(
  line: string,
  at: number,
): { readonly name: string; readonly end: number } | undefined {
  if (line[at] !== '"' && line[at] !== "'") {
    PLAIN_KEY.lastIndex = at;
    const name = PLAIN_KEY.exec(line)?.[0];
    if (name === undefined) return undefined;
    if (WORDS.has(name)) throw new Unusual();
    return { name, end: at + name.length + 1 };
  }
  const { json, end } = readScalar(line, at, 'block');
  const isKey = line[end] === ':' && [' ', undefined].includes(line[end + 1]);
  return isKey ? { name: String(json), end: end + 1 } : undefined;
}

function match(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  const found = pattern.exec(line);
  if (!found) throw new Unusual();
  return found[0];
}
