import { Lexer, type Token, type TokenKind } from './Lexer';
import { syntaxError, type LocatedSyntaxError } from './syntaxError';

/** Deeper brackets and operators than anyone writes; the stack of the parser bears more. */
const MAX_DEPTH = 400;

/** The token to be read and the means to go on from it. @internal */
export class TokenStream {
  readonly #lexer: Lexer;
  #current: Token;
  #depth = 0;

  constructor(readonly text: string, isLocated: boolean) {
    this.#lexer = new Lexer(text, isLocated);
    this.#current = this.#lexer.next();
  }

  get current(): Token {
    return this.#current;
  }

  /** The current token, which is then left behind. */
  take(): Token {
    const token = this.#current;
    this.#current = this.#lexer.next();
    return token;
  }

  is(text: string): boolean {
    const { kind } = this.#current;
    return (
      (kind === 'symbol' || kind === 'keyword') && this.#current.text === text
    );
  }

  /** Takes the token if it is the symbol or keyword `text`. */
  takeIf(text: string): boolean {
    if (!this.is(text)) return false;
    this.take();
    return true;
  }

  /** @throws LocatedSyntaxError when something else is there */
  expect(text: string): void {
    if (!this.takeIf(text)) throw this.unexpected(`'${text}'`);
  }

  /** @throws as {@link expect} */
  expectKind(kind: TokenKind, description: string): Token {
    if (this.#current.kind !== kind) throw this.unexpected(description);
    return this.take();
  }

  /** The text behind the opening quote, which is the current token, or behind the end of an interpolation. */
  readText(): { readonly text: string; readonly isInterpolated: boolean } {
    const part = this.#lexer.readText();
    this.#current = this.#lexer.next();
    return part;
  }

  /** Reads what may contain itself. @throws LocatedSyntaxError when it does so too often */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw this.error(`the expression is nested more than ${MAX_DEPTH} deep`);
    }
    const result = read();
    this.#depth -= 1;
    return result;
  }

  unexpected(expected?: string): LocatedSyntaxError {
    const expecting = expected ? `, expecting ${expected}` : '';
    return this.error(`syntax error, unexpected ${this.#found()}${expecting}`);
  }

  error(reason: string, at = this.#current.at): LocatedSyntaxError {
    return syntaxError(this.text, at, reason);
  }

  #found(): string {
    const { kind, text, at } = this.#current;
    if (kind === 'end') return 'end of file';
    if (kind === 'quote') return 'string';
    const prefix = kind === 'symbol' ? '' : /^[.$@]?/.exec(this.text.slice(at));
    return `'${prefix}${text}'`;
  }
}
