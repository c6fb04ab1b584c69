import type { JsonObject } from '@backstage/types';
import { createSchemaUtils } from '@rjsf/utils';
import { validatorFor, type InputSchema } from './schemaValidator';

/** What a form begins with: the schema's defaults, and the objects that are required. */
export function initialInput(schema: InputSchema): JsonObject {
  const input = createSchemaUtils(
    validatorFor(schema),
    schema,
  ).getDefaultFormState(schema, {});
  return input ?? {};
}
