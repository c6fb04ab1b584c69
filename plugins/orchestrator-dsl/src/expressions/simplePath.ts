import type { Json } from '../language/WorkflowDefinition';
import {
  ExpressionEvaluationError,
  type Program,
  type Variables,
} from './ExpressionEvaluator';

const SIMPLE_PATH = /^(?:\.|\$([A-Za-z_]\w*)|)((?:\.[A-Za-z_]\w*)*)$/;

/**
 * A program for the paths that make up most expressions, with jq's exact results: `.`, `.a.b`, `$name`, `$name.a.b`.
 *
 * @param variables - names that may stand in for `$name`
 * @returns `undefined` for any other expression
 * @internal
 */
export function compileSimplePath(
  text: string,
  variables: readonly string[],
): Program | undefined {
  const match = SIMPLE_PATH.exec(text.trim());
  if (!match || text.trim() === '' || text.trim().startsWith('..')) {
    return undefined;
  }
  const [, variable, path] = match;
  if (variable !== undefined && !variables.includes(variable)) return undefined;
  const keys = path.split('.').slice(1);
  const evaluate = (input: Json, values: Variables) =>
    keys.reduce(memberOf, variable === undefined ? input : values[variable]);
  return {
    first: evaluate,
    all: (input, values) => [evaluate(input, values)],
  };
}

function memberOf(value: Json, key: string): Json {
  if (value === null) return null;
  if (typeof value !== 'object' || isArray(value)) {
    throw new ExpressionEvaluationError(
      `Cannot index ${typeName(value)} with string "${key}"`,
    );
  }
  return Object.hasOwn(value, key) ? value[key] : null;
}

function typeName(value: Json): string {
  return isArray(value) ? 'array' : typeof value;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
