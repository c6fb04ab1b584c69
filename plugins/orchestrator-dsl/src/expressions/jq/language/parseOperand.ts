import { parsePatterns } from './parsePatterns';
import { parsePostfix } from './parsePostfix';
import type { Grammar } from './Grammar';
import type { Definition, Node } from './SyntaxTree';

/** What stands between operators. @internal */
export function parseOperand(grammar: Grammar): Node {
  const { tokens } = grammar;
  if (tokens.is('def')) return parseDefine(grammar);
  if (tokens.is('label')) return parseLabel(grammar);
  if (tokens.is('try')) return parseTry(grammar);
  if (tokens.is('-')) return parseNegation(grammar);
  const term = parsePostfix(grammar);
  return tokens.is('as') ? parseBinding(grammar, term) : term;
}

function parseDefine(grammar: Grammar): Node {
  const { at } = grammar.tokens.current;
  const definition = parseDefinition(grammar);
  return { kind: 'define', at, definition, rest: grammar.expression() };
}

function parseDefinition(grammar: Grammar): Definition {
  const { tokens } = grammar;
  tokens.expect('def');
  const name = tokens.expectKind('name', 'the name of a function').text;
  const parameters: string[] = [];
  if (tokens.takeIf('(')) {
    do parameters.push(parseParameter(grammar));
    while (tokens.takeIf(';'));
    tokens.expect(')');
  }
  tokens.expect(':');
  const body = grammar.expression();
  tokens.expect(';');
  return { name, parameters, body };
}

function parseParameter({ tokens }: Grammar): string {
  if (tokens.current.kind === 'variable') return `$${tokens.take().text}`;
  return tokens.expectKind('name', 'the name of a parameter').text;
}

function parseLabel(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at } = tokens.take();
  const name = tokens.expectKind('variable', 'the name of a label').text;
  tokens.expect('|');
  return { kind: 'label', at, name, body: grammar.expression() };
}

function parseTry(grammar: Grammar): Node {
  const { tokens } = grammar;
  const { at } = tokens.take();
  const body = parseTried(grammar);
  if (!tokens.takeIf('catch')) return { kind: 'try', at, body };
  return { kind: 'try', at, body, handler: parseTried(grammar) };
}

/** `try` and `catch` reach no further than one term. */
function parseTried(grammar: Grammar): Node {
  const { tokens } = grammar;
  return tokens.nested(() => {
    if (tokens.is('try')) return parseTry(grammar);
    return tokens.is('-') ? parseNegation(grammar) : parsePostfix(grammar);
  });
}

function parseNegation(grammar: Grammar): Node {
  const { at } = grammar.tokens.take();
  const body = grammar.factor();
  return body.kind === 'literal' && typeof body.value === 'number'
    ? { kind: 'literal', at, value: -body.value }
    : { kind: 'negate', at, body };
}

function parseBinding(grammar: Grammar, source: Node): Node {
  const { tokens } = grammar;
  const { at } = tokens.take();
  const patterns = parsePatterns(grammar);
  tokens.expect('|');
  const body = grammar.expression();
  return { kind: 'bind', at, source, patterns, body };
}
