import { parseOperand } from './parseOperand';
import { parsePostfix } from './parsePostfix';
import type { Grammar } from './Grammar';
import type { BinaryOperator, Node } from './SyntaxTree';
import { TokenStream } from './TokenStream';

/** @internal */
export interface GrammarOptions {
  /** Takes operators in values of objects without parentheses: `{message: "a " + .b}`. */
  readonly isLenient: boolean;
  /** Whether nodes tell their place in the text; by default they do. */
  readonly isLocated?: boolean;
}

type Associativity = 'left' | 'right' | 'none';

interface Operator {
  readonly operator: BinaryOperator;
  readonly precedence: number;
  readonly associativity: Associativity;
}

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly [Associativity, readonly BinaryOperator[]])[] =
  [
    ['right', ['|']],
    ['left', [',']],
    ['right', ['//']],
    ['none', ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//=']],
    ['left', ['or']],
    ['left', ['and']],
    ['none', ['==', '!=', '<', '<=', '>', '>=']],
    ['left', ['+', '-']],
    ['left', ['*', '/', '%']],
  ];

const OPERATORS = new Map<string, Operator>(
  LEVELS.flatMap(([associativity, operators], precedence) =>
    operators.map(operator => [
      operator,
      { operator, precedence, associativity },
    ]),
  ),
);

const BEHIND_COMMA = 2;
const MULTIPLICATION = 8;

/**
 * Parses jq's text.
 *
 * @throws LocatedSyntaxError
 * @internal
 */
export function parseExpression(text: string, options: GrammarOptions): Node {
  const tokens = new TokenStream(text, options.isLocated ?? true);
  const grammar: Grammar = {
    tokens,
    isLenient: options.isLenient,
    expression: () => operation(grammar, 0),
    expressionWithoutComma: () => operation(grammar, BEHIND_COMMA),
    postfix: () => parsePostfix(grammar),
    factor: () => operation(grammar, MULTIPLICATION),
  };
  if (tokens.is('import') || tokens.is('include')) {
    throw tokens.error('modules are not available in expressions');
  }
  const node = grammar.expression();
  if (tokens.current.kind !== 'end') throw tokens.unexpected('end of file');
  return node;
}

/** Operands joined by operators that bind at least as tightly as `minimum`. */
function operation(grammar: Grammar, minimum: number): Node {
  const { tokens } = grammar;
  return tokens.nested(() => {
    let left = parseOperand(grammar);
    for (;;) {
      const found = operatorAt(tokens);
      if (!found || found.precedence < minimum) return left;
      const { at } = tokens.take();
      const { operator, precedence, associativity } = found;
      const right = operation(
        grammar,
        associativity === 'right' ? precedence : precedence + 1,
      );
      left = { kind: 'binary', at, operator, left, right };
      if (associativity === 'none') refuseSecond(tokens, precedence);
    }
  });
}

function operatorAt(tokens: TokenStream): Operator | undefined {
  const { kind, text } = tokens.current;
  return kind === 'symbol' || kind === 'keyword'
    ? OPERATORS.get(text)
    : undefined;
}

/** `1 < 2 < 3` is not jq. */
function refuseSecond(tokens: TokenStream, precedence: number): void {
  if (operatorAt(tokens)?.precedence === precedence) throw tokens.unexpected();
}
