import { parseFunctionReference } from '../functions/parseFunctionReference';
import { inputSchemaOf } from '../functions/inputSchemaOf';
import { reportUnfitInput } from '../functions/reportUnfitInput';
import { parseObjectTemplate } from '../parseExpression';
import { CALL_KINDS } from './callKinds';
import type { CallFunctionTask } from '../WorkflowDefinition';
import type { TaskParser } from './TaskParser';

/** DSL reference, "Call", of anything that the language does not define itself. @internal */
export const parseCallFunctionTask: TaskParser<CallFunctionTask | undefined> = (
  task,
  base,
  scope,
) => {
  const reference = task.required('call', node =>
    parseFunctionReference(node, scope, CALL_KINDS),
  );
  const input = task.optional('with', node => {
    const schema = reference && inputSchemaOf(reference, scope);
    if (schema) reportUnfitInput(node, schema, reference.name);
    return parseObjectTemplate(node, scope);
  });
  return (
    reference && {
      ...base,
      kind: 'call',
      call: 'function',
      function: reference,
      with: input,
    }
  );
};
