import type { Grammar } from './Grammar';
import { parseText } from './parseText';
import { parseTerm } from './parseTerm';
import type { AccessNode, Node } from './SyntaxTree';

/** A term and all that is put behind it: `.a`, `["a"]`, `[1:2]`, `[]`, `?`. @internal */
export function parsePostfix(grammar: Grammar): Node {
  // Of what is in parentheses, all errors are hidden by a `?` behind them.
  let isGroup = grammar.tokens.is('(');
  let node = parseTerm(grammar);
  for (;;) {
    const longer = parseSuffix(grammar, node, isGroup);
    if (!longer) return node;
    node = longer;
    isGroup = false;
  }
}

function parseSuffix(
  grammar: Grammar,
  target: Node,
  isGroup: boolean,
): Node | undefined {
  const { tokens } = grammar;
  const { kind, at } = tokens.current;
  if (kind === 'field') {
    const key: Node = { kind: 'literal', at, value: tokens.take().text };
    return { kind: 'index', at, target, key };
  }
  if (tokens.is('[')) return parseBrackets(grammar, target);
  if (tokens.takeIf('.')) return parseBehindDot(grammar, target);
  if (!tokens.takeIf('?')) return undefined;
  return isGroup ? { kind: 'try', at, body: target } : optional(target, at);
}

function optional(node: Node, at: number): Node {
  return isAccess(node) && !node.isOptional
    ? { ...node, isOptional: true }
    : { kind: 'try', at, body: node };
}

function isAccess(node: Node): node is AccessNode {
  return (
    node.kind === 'index' || node.kind === 'slice' || node.kind === 'iterate'
  );
}

/** `."key"` and `.[…]`. */
function parseBehindDot(grammar: Grammar, target: Node): Node {
  const { tokens } = grammar;
  if (tokens.is('[')) return parseBrackets(grammar, target);
  const { at, kind } = tokens.current;
  if (kind !== 'quote' && kind !== 'format') {
    throw tokens.unexpected("a string or '['");
  }
  return { kind: 'index', at, target, key: parseText(grammar) };
}

function parseBrackets(grammar: Grammar, target: Node): Node {
  const { tokens } = grammar;
  const { at } = tokens.take();
  if (tokens.takeIf(']')) return { kind: 'iterate', at, target };
  const from = tokens.is(':') ? undefined : grammar.expression();
  if (from && tokens.takeIf(']')) {
    return { kind: 'index', at, target, key: from };
  }
  tokens.expect(':');
  const to = from && tokens.is(']') ? undefined : grammar.expression();
  tokens.expect(']');
  return { kind: 'slice', at, target, from, to };
}
