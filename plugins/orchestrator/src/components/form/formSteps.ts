import type { JsonObject } from '@backstage/types';
import { createSchemaUtils } from '@rjsf/utils';
import { validatorFor, type InputSchema } from './schemaValidator';

/** One page of a form: the whole input, or one object among its top-level properties. */
export interface FormStep {
  /** The property that the step fills; absent when the form has one page only. */
  readonly property?: string;
  readonly title: string;
  /** Describes the whole input, reduced to what this step fills. */
  readonly schema: InputSchema;
}

/**
 * The pages of a form: one for each top-level property when all of them are objects, else a single one.
 *
 * Conditions at the top (`if`, `dependencies`, `allOf`) are decided by the value, so pages come and go with it.
 */
export function formSteps(
  schema: InputSchema,
  value: JsonObject,
): readonly FormStep[] {
  const current = createSchemaUtils(
    validatorFor(schema),
    schema,
  ).retrieveSchema(schema, value);
  const properties = Object.entries(current.properties ?? {});
  const isStepped =
    properties.length > 1 &&
    properties.every(([, property]) => isObjectSchema(property));
  if (!isStepped) return [{ title: schema.title ?? 'Input', schema }];
  return properties.map(([name, property]) => ({
    property: name,
    title: titleOf(property) ?? name,
    schema: {
      $schema: schema.$schema,
      $defs: schema.$defs,
      definitions: schema.definitions,
      type: 'object',
      properties: { [name]: property },
    },
  }));
}

/**
 * The part of the input that a step fills.
 *
 * A property that has no value yet is left out: the form gives its default to what is absent, not to `undefined`.
 */
export function valueOfStep(step: FormStep, value: JsonObject): JsonObject {
  const { property } = step;
  if (property === undefined) return value;
  return value[property] === undefined ? {} : { [property]: value[property] };
}

/** The input after a step has been filled in: what the step no longer has is gone. */
export function withStepValue(
  { property }: FormStep,
  value: JsonObject,
  stepValue: JsonObject,
): JsonObject {
  if (property === undefined) return stepValue;
  return { ...value, [property]: stepValue[property] };
}

type PropertySchema = NonNullable<InputSchema['properties']>[string];

function isObjectSchema(schema: PropertySchema): boolean {
  return typeof schema === 'object' && schema.type === 'object';
}

function titleOf(schema: PropertySchema): string | undefined {
  return typeof schema === 'object' ? schema.title : undefined;
}
