import type { Json } from '../../../Json';
import type { Grammar } from './Grammar';
import { parseObject } from './parseObject';
import { parsePatterns } from './parsePatterns';
import { parseText } from './parseText';
import { locationLiteral } from './locationLiteral';
import type { Node } from './SyntaxTree';

/** What no operator can take apart. @internal */
export function parseTerm(grammar: Grammar): Node {
  const { tokens } = grammar;
  switch (tokens.current.kind) {
    case 'number':
      return parseNumber(grammar);
    case 'quote':
    case 'format':
      return parseText(grammar);
    case 'field':
      // The suffix that follows takes the field.
      return { kind: 'identity', at: tokens.current.at };
    case 'variable':
      return parseVariable(grammar);
    case 'name':
      return parseCall(grammar);
    case 'keyword':
      return parseKeyword(grammar);
    default:
      return parseSymbol(grammar);
  }
}

function parseNumber({ tokens }: Grammar): Node {
  const { at, text } = tokens.take();
  return { kind: 'literal', at, value: Number(text) };
}

function parseVariable({ tokens }: Grammar): Node {
  const { at, text: name } = tokens.take();
  return name === '__loc__'
    ? locationLiteral(tokens.text, at)
    : { kind: 'variable', at, name };
}

const CONSTANTS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

function parseCall(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at, text: name } = tokens.take();
  if (name === 'break') return parseBreak(grammar, at);
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return { kind: 'literal', at, value: constant };
  const args: Node[] = [];
  if (tokens.takeIf('(')) {
    do args.push(grammar.expression());
    while (tokens.takeIf(';'));
    tokens.expect(')');
  }
  return { kind: 'call', at, name, args };
}

function parseBreak({ tokens }: Grammar, at: number): Node {
  if (tokens.current.kind !== 'variable') {
    throw tokens.error('break requires a label to break to');
  }
  return { kind: 'break', at, name: tokens.take().text };
}

function parseKeyword(grammar: Grammar): Node {
  const { tokens } = grammar;
  if (tokens.is('if')) return parseIf(grammar);
  if (tokens.is('reduce')) return parseReduce(grammar);
  if (tokens.is('foreach')) return parseForeach(grammar);
  throw tokens.unexpected();
}

function parseIf(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at } = tokens.take();
  return tokens.nested(() => {
    const condition = grammar.expression();
    tokens.expect('then');
    const then = grammar.expression();
    return { kind: 'if', at, condition, then, else: parseElse(grammar) };
  });
}

function parseElse(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at } = tokens.current;
  if (tokens.is('elif')) return parseIf(grammar);
  const hasElse = tokens.takeIf('else');
  const node: Node = hasElse ? grammar.expression() : { kind: 'identity', at };
  tokens.expect('end');
  return node;
}

function parseReduce(grammar: Grammar): Node {
  const { at, source, patterns, initial, update } = parseLoop(grammar);
  grammar.tokens.expect(')');
  return { kind: 'reduce', at, source, patterns, initial, update };
}

function parseForeach(grammar: Grammar): Node {
  const { tokens } = grammar;
  const loop = parseLoop(grammar);
  const extract = tokens.takeIf(';') ? grammar.expression() : undefined;
  tokens.expect(')');
  return { kind: 'foreach', ...loop, extract };
}

/** `<keyword> <term> as <patterns> (<initial>; <update>`. */
function parseLoop(grammar: Grammar) {
  const { tokens } = grammar;
  const { at } = tokens.take();
  const source = grammar.postfix();
  tokens.expect('as');
  const patterns = parsePatterns(grammar);
  tokens.expect('(');
  const initial = grammar.expression();
  tokens.expect(';');
  return { at, source, patterns, initial, update: grammar.expression() };
}

function parseSymbol(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at } = tokens.current;
  if (tokens.takeIf('.')) return parseDot(grammar, at);
  if (tokens.takeIf('..'))
    return { kind: 'call', at, name: 'recurse', args: [] };
  if (tokens.takeIf('(')) return parseGroup(grammar);
  if (tokens.takeIf('[')) return parseArray(grammar, at);
  if (tokens.takeIf('{')) return parseObject(grammar, at);
  throw tokens.unexpected();
}

function parseDot(grammar: Grammar, at: number): Node {
  const { tokens } = grammar;
  const target: Node = { kind: 'identity', at };
  const { kind } = tokens.current;
  if (kind !== 'quote') return target;
  return { kind: 'index', at, target, key: parseText(grammar) };
}

function parseGroup(grammar: Grammar): Node {
  const node = grammar.expression();
  grammar.tokens.expect(')');
  return node;
}

function parseArray(grammar: Grammar, at: number): Node {
  if (grammar.tokens.takeIf(']')) return { kind: 'array', at };
  const body = grammar.expression();
  grammar.tokens.expect(']');
  return { kind: 'array', at, body };
}
