import type { Node } from './SyntaxTree';
import type { TokenStream } from './TokenStream';

/** What the parts of the parser need of each other. @internal */
export interface Grammar {
  readonly tokens: TokenStream;
  readonly isLenient: boolean;
  /** Anything, pipes and commas included. */
  expression(): Node;
  /** Anything up to a comma or a pipe. */
  expressionWithoutComma(): Node;
  /** A term with what is put behind it. */
  postfix(): Node;
  /** What a minus sign covers. */
  factor(): Node;
}
