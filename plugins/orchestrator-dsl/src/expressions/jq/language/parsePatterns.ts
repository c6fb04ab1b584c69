import type { Grammar } from './Grammar';
import { parseText } from './parseText';
import type { Node, Pattern, PatternEntry } from './SyntaxTree';

/** `pattern ?// pattern …`. @internal */
export function parsePatterns(grammar: Grammar): readonly Pattern[] {
  const patterns = [parsePattern(grammar)];
  while (grammar.tokens.takeIf('?//')) patterns.push(parsePattern(grammar));
  return patterns;
}

function parsePattern(grammar: Grammar): Pattern {
  const { tokens } = grammar;
  const { kind, at } = tokens.current;
  if (kind === 'variable') {
    return { kind: 'variable', at, name: tokens.take().text };
  }
  if (tokens.takeIf('[')) {
    const items = list(grammar, ']', parsePattern);
    return { kind: 'array', at, items };
  }
  if (tokens.takeIf('{')) {
    const entries = list(grammar, '}', parseEntry);
    return { kind: 'object', at, entries };
  }
  throw tokens.unexpected("'$name', '[' or '{'");
}

function list<T>(
  grammar: Grammar,
  close: string,
  parse: (grammar: Grammar) => T,
): readonly T[] {
  const { tokens } = grammar;
  const items: T[] = [];
  tokens.nested(() => {
    do items.push(parse(grammar));
    while (tokens.takeIf(','));
  });
  tokens.expect(close);
  return items;
}

function parseEntry(grammar: Grammar): PatternEntry {
  const { tokens } = grammar;
  const { at, kind, text } = tokens.current;
  const key = parseKey(grammar);
  const variable = kind === 'variable' ? text : undefined;
  if (variable !== undefined && !tokens.is(':')) return { at, key, variable };
  tokens.expect(':');
  return { at, key, variable, value: parsePattern(grammar) };
}

function parseKey(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at, kind } = tokens.current;
  if (kind === 'variable' || kind === 'name' || kind === 'keyword') {
    return { kind: 'literal', at, value: tokens.take().text };
  }
  if (kind === 'quote' || kind === 'format') return parseText(grammar);
  if (!tokens.takeIf('(')) throw tokens.unexpected('a key');
  const key = grammar.expression();
  tokens.expect(')');
  return key;
}
