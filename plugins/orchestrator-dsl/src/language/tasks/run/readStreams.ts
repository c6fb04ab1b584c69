import {
  parseFields,
  parseTextTemplate,
  parseValues,
} from '../../parseExpression';
import type { ParseScope } from '../../ParseScope';
import type { ObjectReader } from '../../source/ObjectReader';

/** Reads what every process but a workflow is given. @internal */
export function readStreams(process: ObjectReader, scope: ParseScope) {
  return {
    stdin: process.optional('stdin', node => parseTextTemplate(node, scope)),
    arguments: process.optional('arguments', node => parseValues(node, scope)),
    environment: process.optional('environment', node =>
      parseFields(node, scope),
    ),
  };
}
