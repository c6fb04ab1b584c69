import type { Grammar } from './Grammar';
import { parseText } from './parseText';
import { locationLiteral } from './locationLiteral';
import type { Node, ObjectNode } from './SyntaxTree';

type Entry = ObjectNode['entries'][number];

/** The entries and the closing brace of an object. @internal */
export function parseObject(grammar: Grammar, at: number): Node {
  const { tokens } = grammar;
  const entries: Entry[] = [];
  while (!tokens.is('}')) {
    entries.push(parseEntry(grammar));
    if (!tokens.takeIf(',')) break;
  }
  tokens.expect('}');
  return { kind: 'object', at, entries };
}

function parseEntry(grammar: Grammar): Entry {
  const { tokens } = grammar;
  const { kind } = tokens.current;
  if (kind === 'variable') return parseVariableEntry(grammar);
  if (kind === 'number') {
    throw tokens.error('May need parentheses around object key expression');
  }
  const isComputed = tokens.is('(');
  const key = isComputed ? parseComputedKey(grammar) : parseKey(grammar);
  if (!isComputed && !tokens.is(':')) return { key, value: fieldOf(key) };
  tokens.expect(':');
  return { key, value: parseValue(grammar) };
}

/** `{$name}` and `{$__loc__}`. */
function parseVariableEntry({ tokens }: Grammar): Entry {
  const { at, text: name } = tokens.take();
  const key: Node = { kind: 'literal', at, value: name };
  return name === '__loc__'
    ? { key, value: locationLiteral(tokens.text, at) }
    : { key, value: { kind: 'variable', at, name } };
}

function parseComputedKey(grammar: Grammar): Node {
  grammar.tokens.expect('(');
  const key = grammar.expression();
  grammar.tokens.expect(')');
  return key;
}

function parseKey(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { kind, at } = tokens.current;
  if (kind === 'name' || kind === 'keyword') {
    return { kind: 'literal', at, value: tokens.take().text };
  }
  if (kind === 'quote' || kind === 'format') return parseText(grammar);
  throw tokens.unexpected("a key or '}'");
}

/** `{a}` is short for `{a: .a}`. */
function fieldOf(key: Node): Node {
  const { at } = key;
  return { kind: 'index', at, target: { kind: 'identity', at }, key };
}

/** Terms joined by pipes; any operator but the comma if the grammar is lenient. */
function parseValue(grammar: Grammar): Node {
  const { tokens } = grammar;
  const left = parsePipedValue(grammar);
  if (!tokens.is('|')) return left;
  const { at } = tokens.take();
  const right = tokens.nested(() => parseValue(grammar));
  return { kind: 'binary', at, operator: '|', left, right };
}

function parsePipedValue(grammar: Grammar): Node {
  const { tokens } = grammar;
  if (grammar.isLenient) return grammar.expressionWithoutComma();
  if (!tokens.is('-')) return grammar.postfix();
  const { at } = tokens.take();
  return { kind: 'negate', at, body: parsePipedValue(grammar) };
}
