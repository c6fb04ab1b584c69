import { checkApproval } from '../approvals/checkApproval';
import { isApproval } from '../approvals/isApproval';
import { parseFunctionReference } from '../functions/parseFunctionReference';
import { inputSchemaOf } from '../functions/inputSchemaOf';
import { reportUnfitInput } from '../functions/reportUnfitInput';
import { parseObjectTemplate } from '../parseExpression';
import type { SourceNode } from '../source/SourceNode';
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
  const readInput = (node: SourceNode) => {
    const schema = reference && inputSchemaOf(reference, scope);
    if (schema) reportUnfitInput(node, schema, reference.name);
    return parseObjectTemplate(node, scope);
  };
  const input = isApproval(reference)
    ? task.required('with', node => {
        checkApproval(node);
        return readInput(node);
      })
    : task.optional('with', readInput);
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
