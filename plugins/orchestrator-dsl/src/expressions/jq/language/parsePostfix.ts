import type { Grammar } from './Grammar';
import { parseText } from './parseText';
import { parseTerm } from './parseTerm';
import type { Node } from './SyntaxTree';

/** A term and all that is put behind it: `.a`, `["a"]`, `[1:2]`, `[]`, `?`. @internal */
export function parsePostfix(grammar: Grammar): Node {
  let node = parseTerm(grammar);
  for (;;) {
    const longer = parseSuffix(grammar, node);
    if (!longer) return node;
    node = longer;
  }
}

function parseSuffix(grammar: Grammar, target: Node): Node | undefined {
  const { tokens } = grammar;
  const { kind, at } = tokens.current;
  if (kind === 'field') {
    const key: Node = { kind: 'literal', at, value: tokens.take().text };
    return { kind: 'index', at, target, key };
  }
  if (tokens.is('[')) return parseBrackets(grammar, target);
  if (tokens.takeIf('.')) return parseBehindDot(grammar, target);
  if (tokens.takeIf('?')) return { kind: 'try', at, body: target };
  return undefined;
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
