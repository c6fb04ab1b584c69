import type { JsonObject } from '@backstage/types';
import { createSchemaUtils } from '@rjsf/utils';
import { validatorFor, type InputSchema } from './schemaValidator';

/** What a form begins with: what is given, the schema's defaults for the rest, and the objects that are required. */
export function initialInput(
  schema: InputSchema,
  given: JsonObject = {},
): JsonObject {
  const input = createSchemaUtils(
    validatorFor(schema),
    schema,
  ).getDefaultFormState(schema, given);
  return input ?? {};
}
