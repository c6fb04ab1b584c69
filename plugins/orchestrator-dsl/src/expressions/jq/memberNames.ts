import { ExpressionSyntaxError } from '../ExpressionEvaluator';
import { parseExpression } from './language/parseExpression';

/** A node of the syntax tree, a pattern, or a list of them, seen as plain data. */
type Piece = { readonly [property: string]: unknown };

/**
 * Which members of a variable an expression reads, as far as its text says so: `a` and `b` of
 * `$variable.a + $variable["b"]`.
 *
 * @returns nothing for text that is not jq, or that has a variable of the same name of its own
 * @internal
 */
export function memberNames(text: string, variable: string): readonly string[] {
  const pieces = piecesOf(parsed(text));
  const isBound = pieces.some(piece => binds(piece, variable));
  return isBound
    ? []
    : pieces.flatMap(piece => memberName(piece, variable) ?? []);
}

function parsed(text: string): unknown {
  try {
    return parseExpression(text, { isLenient: true });
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return undefined;
    throw error;
  }
}

function piecesOf(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf);
  if (!isPiece(value)) return [];
  return [value, ...Object.values(value).flatMap(piecesOf)];
}

function isPiece(value: unknown): value is Piece {
  return value !== null && typeof value === 'object';
}

/** `as $variable`, also as a part of a pattern, or a parameter `$variable`. */
function binds(piece: Piece, variable: string): boolean {
  const { patterns, parameters } = piece;
  const isPattern = piecesOf(patterns).some(
    ({ kind, name, variable: shorthand }) =>
      (kind === 'variable' && name === variable) || shorthand === variable,
  );
  const isParameter =
    Array.isArray(parameters) && parameters.includes(`$${variable}`);
  return isPattern || isParameter;
}

function memberName(piece: Piece, variable: string): string | undefined {
  const { kind, target, key } = piece;
  if (kind !== 'index' || !isPiece(target) || !isPiece(key)) return undefined;
  const isOfVariable = target.kind === 'variable' && target.name === variable;
  return isOfVariable && typeof key.value === 'string' ? key.value : undefined;
}
