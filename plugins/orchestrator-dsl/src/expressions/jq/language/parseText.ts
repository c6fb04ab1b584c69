import type { Grammar } from './Grammar';
import type { Node } from './SyntaxTree';

/** A string, a format, or a format in front of a string. @internal */
export function parseText(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { kind, at } = tokens.current;
  if (kind !== 'format') return parseString(grammar, at);
  const format = tokens.take().text;
  return tokens.current.kind === 'quote'
    ? parseString(grammar, at, format)
    : { kind: 'format', at, name: format };
}

function parseString(grammar: Grammar, at: number, format?: string): Node {
  const { tokens } = grammar;
  const parts: (string | Node)[] = [];
  let part = tokens.readText();
  while (part.isInterpolated) {
    parts.push(part.text, grammar.expression());
    if (!tokens.is(')')) throw tokens.unexpected("')'");
    part = tokens.readText();
  }
  parts.push(part.text);
  return parts.length === 1
    ? { kind: 'literal', at, value: part.text }
    : { kind: 'text', at, format, parts };
}
