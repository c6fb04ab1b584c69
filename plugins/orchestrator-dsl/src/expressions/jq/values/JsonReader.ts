import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import { setOwn } from './objects';
import type { MutableObject } from './types';

/** Arrays and objects within each other. */
const MAX_DEPTH = 10_000;

type Level =
  | { readonly kind: 'array'; readonly items: Json[] }
  | { readonly kind: 'object'; readonly object: MutableObject; key?: string };

/**
 * Reads JSON character by character as jq does, to give the same messages at the same places and to take the same
 * deviations: `nan`, `Infinity`, `+5`, `.5`, `5.`.
 *
 * Slow; only for texts that `JSON.parse` refuses.
 *
 * @internal
 */
export class JsonReader {
  readonly #levels: Level[] = [];
  /** A value that is read but not yet put where it belongs. */
  #next: Json | undefined;
  #literal = '';
  #line = 1;
  #column = 0;

  constructor(private readonly text: string) {}

  /** @throws JqError without "while parsing" */
  read(): Json {
    let result: Json | undefined;
    for (let at = 0; at < this.text.length; ) {
      const length = this.#scan(at);
      at += length;
      if (this.#levels.length === 0 && this.#next !== undefined) {
        if (result !== undefined) throw extraValues();
        result = this.#next;
        this.#next = undefined;
      }
    }
    return this.#finish(result);
  }

  #finish(result: Json | undefined): Json {
    this.#guard('EOF at ', () => {
      this.#endLiteral();
      if (this.#levels.length > 0) throw new JqError('Unfinished JSON term');
    });
    if (result !== undefined && this.#next !== undefined) throw extraValues();
    const value = result ?? this.#next;
    if (value === undefined) throw new JqError('Expected JSON value');
    return value;
  }

  /** @returns how many characters were read */
  #scan(at: number): number {
    const character = this.text[at];
    this.#count(character);
    if (character === '"') return this.#scanString(at);
    this.#guard('', () => {
      if (!/[ \t\r\n[{:,\]}]/.test(character)) {
        this.#literal += character;
        return;
      }
      this.#endLiteral();
      this.#token(character);
    });
    return 1;
  }

  #count(character: string): void {
    const isNewLine = character === '\n';
    this.#line += isNewLine ? 1 : 0;
    this.#column = isNewLine ? 0 : this.#column + bytesOf(character);
  }

  #scanString(at: number): number {
    this.#guard('', () => this.#endLiteral());
    let end = at + 1;
    while (end < this.text.length && this.text[end] !== '"') {
      const width = this.text[end] === '\\' ? 2 : 1;
      for (let i = 0; i < width; i += 1) this.#count(this.text[end + i] ?? '');
      end += width;
    }
    if (end >= this.text.length) {
      throw this.#placed('Unfinished string', 'EOF at ');
    }
    this.#count('"');
    this.#guard('', () => this.#value(unquote(this.text.slice(at, end + 1))));
    return end + 1 - at;
  }

  #endLiteral(): void {
    const literal = this.#literal;
    if (literal === '') return;
    this.#literal = '';
    this.#value(literalValue(literal));
  }

  #value(value: Json): void {
    if (this.#next !== undefined) {
      throw new JqError('Expected separator between values');
    }
    this.#next = value;
  }

  #token(character: string): void {
    switch (character) {
      case '[':
        this.#open({ kind: 'array', items: [] });
        break;
      case '{':
        this.#open({ kind: 'object', object: {} });
        break;
      case ':':
        this.#colon();
        break;
      case ',':
        this.#comma();
        break;
      case ']':
        this.#closeArray();
        break;
      case '}':
        this.#closeObject();
        break;
      default:
    }
  }

  #open(level: Level): void {
    if (this.#next !== undefined) {
      throw new JqError('Expected separator between values');
    }
    if (this.#levels.length >= MAX_DEPTH) {
      throw new JqError('Exceeds depth limit for parsing');
    }
    this.#levels.push(level);
  }

  #colon(): void {
    const level = this.#levels.at(-1);
    if (this.#next === undefined) {
      throw new JqError("Expected string key before ':'");
    }
    if (level?.kind !== 'object' || level.key !== undefined) {
      throw new JqError("':' not as part of an object");
    }
    if (typeof this.#next !== 'string') {
      throw new JqError('Object keys must be strings');
    }
    level.key = this.#next;
    this.#next = undefined;
  }

  #comma(): void {
    const level = this.#levels.at(-1);
    if (this.#next === undefined || !level) {
      throw new JqError("Expected value before ','");
    }
    this.#put(level, this.#next);
  }

  #put(level: Level, value: Json): void {
    if (level.kind === 'array') {
      level.items.push(value);
    } else {
      if (level.key === undefined) {
        throw new JqError('Objects must consist of key:value pairs');
      }
      setOwn(level.object, level.key, value);
      level.key = undefined;
    }
    this.#next = undefined;
  }

  #closeArray(): void {
    const level = this.#levels.at(-1);
    if (level?.kind !== 'array') throw new JqError("Unmatched ']'");
    if (this.#next !== undefined) this.#put(level, this.#next);
    else if (level.items.length > 0) {
      throw new JqError('Expected another array element');
    }
    this.#levels.pop();
    this.#next = level.items;
  }

  #closeObject(): void {
    const level = this.#levels.at(-1);
    if (level?.kind !== 'object') throw new JqError("Unmatched '}'");
    if (this.#next !== undefined) this.#put(level, this.#next);
    else if (level.key !== undefined) throw new JqError("Unmatched '}'");
    else if (Object.keys(level.object).length > 0) {
      throw new JqError('Expected another key-value pair');
    }
    this.#levels.pop();
    this.#next = level.object;
  }

  #guard(prefix: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
      throw this.#placed(String(error.value), prefix);
    }
  }

  #placed(reason: string, prefix: string): JqError {
    return new JqError(
      `${reason} at ${prefix}line ${this.#line}, column ${this.#column}`,
    );
  }
}

/** jq counts bytes of UTF-8; each half of a surrogate pair takes two. */
function bytesOf(unit: string): number {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
}

function extraValues(): JqError {
  return new JqError('Unexpected extra JSON values');
}

const WORDS = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nan', NaN],
]);

function literalValue(literal: string): Json {
  const word = WORDS.get(literal);
  if (word !== undefined) return word;
  if (/^[tfn]/.test(literal)) throw new JqError('Invalid literal');
  const value = specialNumber(literal);
  if (value !== undefined) return value;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal)) {
    throw new JqError('Invalid numeric literal');
  }
  return Number(literal);
}

function specialNumber(literal: string): number | undefined {
  const match = /^([+-]?)(?:(nan)|(infinity|inf))$/i.exec(literal);
  if (!match) return undefined;
  if (match[2]) return NaN;
  return match[1] === '-' ? -Infinity : Infinity;
}

function unquote(quoted: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f]/.test(quoted)) {
    throw new JqError(
      'Invalid string: control characters from U+0000 through U+001F must be escaped',
    );
  }
  try {
    const text: Json = JSON.parse(quoted);
    return String(text);
  } catch {
    throw new JqError('Invalid escape');
  }
}
