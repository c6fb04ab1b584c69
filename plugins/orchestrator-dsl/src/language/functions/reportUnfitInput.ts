import { InvalidSchemaError } from '../../schema/compileSchema';
import {
  validateValue,
  type SchemaViolation,
} from '../../schema/validateValue';
import { valueAt } from '../../jsonPointer';
import { descendant } from '../parseSchema';
import type { SourceNode } from '../source/SourceNode';
import type { Json, JsonSchema } from '../WorkflowDefinition';

/**
 * Reports what in the `with` of a call cannot fit the schema of the function's input, whatever its expressions give.
 *
 * @internal
 */
export function reportUnfitInput(
  input: SourceNode,
  schema: JsonSchema,
  name: string,
): void {
  for (const violation of violationsOf(schema, input.json)) {
    if (dependsOnExpressions(input.json, violation)) continue;
    const field = violation.pointer.slice(1);
    const what = field ? `\`${field}\`` : 'it';
    const message = `the input of \`${name}\` does not fit: ${what} ${violation.message}`;
    const isThere = valueAt(input.json, violation.pointer) !== undefined;
    const at = isThere ? descendant(input, violation.pointer) : input;
    at.reportAtKey({ code: 'INVALID_VALUE', message });
  }
}

/** A schema that is broken is reported where it stands. */
function violationsOf(
  schema: JsonSchema,
  value: Json,
): readonly SchemaViolation[] {
  try {
    return validateValue(schema, value);
  } catch (error) {
    if (error instanceof InvalidSchemaError) return [];
    throw error;
  }
}

/** Whether an expression could give another value than its text, which is what was looked at. */
function dependsOnExpressions(
  input: Json,
  { pointer, message }: SchemaViolation,
): boolean {
  if (message === 'is not a known field') return false;
  return JSON.stringify(valueAt(input, pointer) ?? null).includes('${');
}
