import type { ErrorObject } from 'ajv';
import { childPointer } from '../jsonPointer';
import type { Json, JsonSchema } from '../Json';
import { compileSchema } from './compileSchema';
import { violationMessage } from './violationMessage';

/** Why a value does not fit a schema. @public */
export interface SchemaViolation {
  /** JSON pointer of the faulty value, or of the missing one; empty for the value as a whole. */
  readonly pointer: string;
  /** To be read after the name of the field: `is required`, `must be a number`. */
  readonly message: string;
}

/**
 * Checks a value against a schema of a definition.
 *
 * Compiles each schema object once, for as long as it lives.
 *
 * @returns every violation; none when the value fits
 * @throws {@link InvalidSchemaError} when the schema itself is faulty, which parsing a definition rules out
 * @public
 */
export function validateValue(
  schema: JsonSchema,
  value: Json,
): readonly SchemaViolation[] {
  const validate = compileSchema(schema);
  if (validate(value)) return [];
  return withoutRepetitions(
    (validate.errors ?? []).filter(isTelling).map(toViolation),
  );
}

/** What single alternatives of `oneOf`, `anyOf` and `if` miss says less than that all of them are missed. */
function isTelling({ schemaPath, keyword }: ErrorObject): boolean {
  return !/\/(?:oneOf|anyOf)\/\d+\//.test(schemaPath) && keyword !== 'if';
}

function toViolation(error: ErrorObject): SchemaViolation {
  const { missingProperty, additionalProperty, unevaluatedProperty } =
    error.params;
  const member = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return {
    pointer:
      typeof member === 'string'
        ? childPointer(error.instancePath, member)
        : error.instancePath,
    message: violationMessage(error),
  };
}

function withoutRepetitions(
  violations: readonly SchemaViolation[],
): readonly SchemaViolation[] {
  return [
    ...new Map(
      violations.map(violation => [
        `${violation.pointer} ${violation.message}`,
        violation,
      ]),
    ).values(),
  ];
}
