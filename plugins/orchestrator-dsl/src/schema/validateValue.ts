import type { ErrorObject, ValidateFunction } from 'ajv';
import { childPointer } from '../language/jsonPointer';
import type { Json, JsonSchema } from '../language/WorkflowDefinition';
import { compileSchema } from './compileSchema';

/** Why a value does not fit a schema. @public */
export interface SchemaViolation {
  /** JSON pointer of the faulty value, or of the missing one; empty for the value as a whole. */
  readonly pointer: string;
  /** To be read after the name of the field: `is required`, `must be a number`. */
  readonly message: string;
}

const compiled = new WeakMap<object, ValidateFunction>();

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
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return withoutRepetitions(
    (validate.errors ?? []).filter(isTelling).map(toViolation),
  );
}

function validatorOf(schema: JsonSchema): ValidateFunction {
  if (typeof schema === 'boolean') return compileSchema(schema);
  const known = compiled.get(schema);
  if (known) return known;
  const validate = compileSchema(schema);
  compiled.set(schema, validate);
  return validate;
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
    message: messageOf(error),
  };
}

function messageOf(error: ErrorObject): string {
  const say = MESSAGES[error.keyword];
  return say ? say(error) : error.message ?? 'is not valid';
}

const MESSAGES: { readonly [keyword: string]: (error: ErrorObject) => string } =
  {
    required: () => 'is required',
    dependentRequired: ({ params }) =>
      `is required when \`${params.property}\` is given`,
    additionalProperties: () => 'is not a known field',
    unevaluatedProperties: () => 'is not a known field',
    type: ({ params }) => `must be ${typeNames(params.type)}`,
    enum: ({ params }) => `must be one of ${list(params.allowedValues)}`,
    const: ({ params }) => `must be ${JSON.stringify(params.allowedValue)}`,
    oneOf: alternatives,
    anyOf: alternatives,
    minLength: ({ params }) =>
      params.limit === 1
        ? 'must not be empty'
        : `must have at least ${params.limit} characters`,
    maxLength: ({ params }) => `must have at most ${params.limit} characters`,
    minItems: ({ params }) => `must have at least ${params.limit} items`,
    maxItems: ({ params }) => `must have at most ${params.limit} items`,
    uniqueItems: () => 'must not hold the same item twice',
    minimum: ({ params }) => `must be at least ${params.limit}`,
    maximum: ({ params }) => `must be at most ${params.limit}`,
    exclusiveMinimum: ({ params }) => `must be more than ${params.limit}`,
    exclusiveMaximum: ({ params }) => `must be less than ${params.limit}`,
    multipleOf: ({ params }) => `must be a multiple of ${params.multipleOf}`,
    pattern: ({ params }) => `must match the pattern ${params.pattern}`,
    format: ({ params }) => `must be a valid ${params.format}`,
    not: () => 'has a value that is not allowed',
    'false schema': () => 'is not allowed',
  };

const TYPE_NAMES: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function typeNames(types: string | readonly string[]): string {
  return [types]
    .flat()
    .map(type => TYPE_NAMES[type] ?? type)
    .join(' or ');
}

function alternatives({ schema, keyword, params }: ErrorObject): string {
  if (keyword === 'oneOf' && params.passingSchemas) {
    return 'fits several of the allowed forms, but must fit one';
  }
  const values = Array.isArray(schema)
    ? schema.map((branch: { const?: Json }) => branch.const)
    : [];
  return values.every(value => value !== undefined)
    ? `must be one of ${list(values)}`
    : 'fits none of the allowed forms';
}

function list(values: readonly unknown[]): string {
  return values
    .map(value => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
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
