import type { ErrorObject } from 'ajv';
import type { Json } from '../Json';

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

/** What to say of a field that does not fit, to be read after the field's name. @internal */
export function violationMessage(error: ErrorObject): string {
  const say = MESSAGES[error.keyword];
  return say ? say(error) : error.message ?? 'is not valid';
}
