import { NOWHERE } from '../JqError';
import { syntaxError } from './syntaxError';

/** @internal */
export interface Token {
  readonly kind: TokenKind;
  /** Without the dot of a field, the `$` of a variable and the `@` of a format. */
  readonly text: string;
  readonly at: number;
}

/** `quote` opens a string, which {@link Lexer.readText} then reads. @internal */
export type TokenKind =
  | 'field'
  | 'name'
  | 'keyword'
  | 'variable'
  | 'number'
  | 'format'
  | 'quote'
  | 'symbol'
  | 'end';

const KEYWORDS = new Set<string>(
  [
    'def if then elif else end as reduce foreach try catch label',
    'import include and or __loc__',
  ].flatMap(words => words.split(' ')),
);

const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;

/** In the order in which they are tried. */
const TOKENS: readonly (readonly [TokenKind, RegExp])[] = [
  ['field', /\.([a-zA-Z_][a-zA-Z_0-9]*)/y],
  ['number', /((?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y],
  ['name', /((?:[a-zA-Z_][a-zA-Z_0-9]*::)*[a-zA-Z_][a-zA-Z_0-9]*)/y],
  [
    'variable',
    /\$[ \t\r\n]*((?:[a-zA-Z_][a-zA-Z_0-9]*::)*[a-zA-Z_][a-zA-Z_0-9]*)/y,
  ],
  ['format', /@([a-zA-Z0-9_]+)/y],
  ['quote', /(")/y],
  [
    'symbol',
    /(\?\/\/=|\?\/\/|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[.[\](){}|,:;=<>+\-*/%?$])/y,
  ],
];

/** Up to the end of the string or its next interpolation. */
const CHARACTERS = /[^"\\]*/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/y;
const ESCAPED: { readonly [letter: string]: string } = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Splits an expression into tokens, one at a time, because what is inside a string is no token.
 *
 * @internal
 */
export class Lexer {
  #position = 0;

  constructor(
    readonly text: string,
    /** Without it tokens are nowhere: they are of the evaluator itself. */
    private readonly isLocated: boolean,
  ) {}

  /** @throws LocatedSyntaxError at a character that begins no token */
  next(): Token {
    this.#match(BLANK);
    const at = this.#position;
    if (at === this.text.length) return { kind: 'end', text: '', at };
    for (const [kind, pattern] of TOKENS) {
      const match = this.#match(pattern);
      if (match) {
        return token(kind, match[1], this.isLocated ? at : NOWHERE);
      }
    }
    throw syntaxError(
      this.text,
      at,
      `syntax error, unexpected ${JSON.stringify(characterAt(this.text, at))}`,
    );
  }

  /** The text from here to the closing quote or to an interpolation, behind which reading goes on. */
  readText(): { readonly text: string; readonly isInterpolated: boolean } {
    let text = '';
    for (;;) {
      text += this.#match(CHARACTERS)?.[0] ?? '';
      const at = this.#position;
      if (at >= this.text.length) throw this.#unterminated();
      if (this.text[at] === '"' || this.text[at + 1] === '(') {
        const isInterpolated = this.text[at] === '\\';
        this.#position += isInterpolated ? 2 : 1;
        return { text: this.#wellFormed(text), isInterpolated };
      }
      text += this.#escape();
    }
  }

  #escape(): string {
    const at = this.#position;
    const match = this.#match(ESCAPE);
    if (!match) throw syntaxError(this.text, at, 'Invalid escape');
    const [, code, letter] = match;
    if (code) return String.fromCharCode(parseInt(code, 16));
    return ESCAPED[letter] ?? letter;
  }

  #wellFormed(text: string): string {
    if (/[\ud800-\udfff]/.test(text) && !isWellFormed(text)) {
      throw syntaxError(
        this.text,
        this.#position,
        'Invalid \\uXXXX\\uXXXX surrogate pair escape',
      );
    }
    return text;
  }

  #unterminated() {
    return syntaxError(
      this.text,
      this.text.length,
      'syntax error, unexpected end of file, expecting the end of the string',
    );
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.text);
    if (match) this.#position += match[0].length;
    return match;
  }
}

function token(kind: TokenKind, text: string, at: number): Token {
  return kind === 'name' && KEYWORDS.has(text)
    ? { kind: 'keyword', text, at }
    : { kind, text, at };
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Whether no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
    text,
  );
}
