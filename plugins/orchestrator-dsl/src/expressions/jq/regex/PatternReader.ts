import { RegexSyntaxError } from './RegexTree';

/** @internal */
export interface Quantifier {
  readonly min: number;
  readonly max: number;
  /** Written with braces. */
  readonly isInterval: boolean;
}

const CONTROL: { readonly [letter: string]: string } = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
};

/** Reads a regular expression's text from left to right. @internal */
export class PatternReader {
  #at = 0;

  constructor(private readonly source: string) {}

  get isAtEnd(): boolean {
    return this.#at >= this.source.length;
  }

  startsWith(...texts: readonly string[]): boolean {
    return texts.some(text => this.source.startsWith(text, this.#at));
  }

  /** The next character, a pair of surrogates in one. */
  take(): string {
    const code = this.source.codePointAt(this.#at) ?? 0;
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }

  takeIf(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.#at += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) {
      throw new RegexSyntaxError('undefined group option');
    }
  }

  skipBlanks(): void {
    this.#match(/(?:\s+|#[^\n]*)*/y);
  }

  /** `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}` or `{,m}`; a brace of any other kind is a character. */
  takeQuantifier(): Quantifier | undefined {
    if (this.takeIf('*')) return { min: 0, max: Infinity, isInterval: false };
    if (this.takeIf('+')) return { min: 1, max: Infinity, isInterval: false };
    if (this.takeIf('?')) return { min: 0, max: 1, isInterval: false };
    const match = this.#match(/\{(?:(\d+)(,)?(\d*)|,(\d+))\}/y);
    if (!match) return undefined;
    const [, from, comma, to, most] = match;
    if (most) return { min: 0, max: Number(most), isInterval: true };
    const min = Number(from);
    const open = to ? Number(to) : Infinity;
    return { min, max: comma ? open : min, isInterval: true };
  }

  /** `<name>` behind `(?`. */
  takeGroupName(): string | undefined {
    if (!this.startsWith('?<', '?P<')) return undefined;
    const match = this.#match(/\?P?<([\p{L}_][\p{L}\p{N}_]*)>/uy);
    if (match) return match[1];
    const rest = /\?P?<([^>)]*)/.exec(this.source.slice(this.#at))?.[1];
    throw new RegexSyntaxError(
      rest ? `invalid group name <${rest}>` : 'group name is empty',
    );
  }

  /** The letters of `(?ims-x`. */
  takeOptions(): { readonly on: string; readonly off: string } {
    const match = this.#match(/\?([imsx]*)(?:-([imsx]*))?(?=[:)])/y);
    if (!match) throw new RegexSyntaxError('undefined group option');
    return { on: match[1], off: match[2] ?? '' };
  }

  /** `{Name}` or `{^Name}` behind `\p`, as JavaScript writes it. */
  takeProperty(letter: string): string {
    const match = this.#match(/\{(\^?)([\w= -]+)\}/y);
    if (!match) {
      throw new RegexSyntaxError('invalid character property name {p}');
    }
    const [, caret, name] = match;
    const isNegated = (letter === 'P') !== (caret === '^');
    return `\\${isNegated ? 'P' : 'p'}{${POSIX_PROPERTIES[name] ?? name}}`;
  }

  /** The character that a backslash and the letter, already taken, stand for. */
  escapedCharacter(letter: string): string {
    if (letter === 'x') return this.#hexadecimal();
    if (letter === 'u') return this.#fourDigits();
    if (letter === '0') return this.#octal();
    return CONTROL[letter] ?? letter;
  }

  #hexadecimal(): string {
    const match = this.#match(/\{([0-9a-fA-F]{1,8})\}|([0-9a-fA-F]{1,2})/y);
    if (!match) return 'x';
    const code = parseInt(match[1] ?? match[2], 16);
    if (code > 0x10ffff) {
      throw new RegexSyntaxError('too big wide-char value');
    }
    return String.fromCodePoint(code);
  }

  #fourDigits(): string {
    const match = this.#match(/[0-9a-fA-F]{4}/y);
    return match ? String.fromCodePoint(parseInt(match[0], 16)) : 'u';
  }

  #octal(): string {
    const match = this.#match(/[0-7]{1,2}/y);
    return String.fromCodePoint(match ? parseInt(match[0], 8) : 0);
  }

  /** `[:name:]` inside of brackets. */
  takeNamedClass():
    | { readonly name: string; readonly isNegated: boolean }
    | undefined {
    const match = this.#match(/\[:(\^?)(\w+):\]/y);
    return match ? { name: match[2], isNegated: match[1] === '^' } : undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (match) this.#at += match[0].length;
    return match;
  }
}

const POSIX_PROPERTIES: { readonly [name: string]: string } = {
  Alpha: 'Alphabetic',
  Digit: 'Nd',
  Upper: 'Uppercase',
  Lower: 'Lowercase',
  Space: 'White_Space',
};
