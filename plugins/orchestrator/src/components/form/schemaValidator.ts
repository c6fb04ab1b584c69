import { customizeValidator } from '@rjsf/validator-ajv8';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';

/** A JSON Schema of a workflow's input, with `ui:*` hints for the form or without. */
export type InputSchema = RJSFSchema;

const validators = {
  'draft-07': customizeValidator(),
  '2019-09': customizeValidator({ AjvClass: Ajv2019 }),
  '2020-12': customizeValidator({ AjvClass: Ajv2020 }),
};

/** The validator of the dialect that the schema's `$schema` names; draft-07 when it names none that we know. */
export function validatorFor(schema: InputSchema): ValidatorType {
  const dialect = schema.$schema ?? '';
  if (dialect.includes('2020-12')) return validators['2020-12'];
  if (dialect.includes('2019-09')) return validators['2019-09'];
  return validators['draft-07'];
}
