import { approvalFunction } from '../approvals/approvalFunction';
import { isApproval } from '../approvals/isApproval';
import type { ParseScope } from '../ParseScope';
import type { SourceNode } from '../source/SourceNode';
import type { CallFunctionTask, JsonSchema } from '../WorkflowDefinition';

/** What the input of a function must fit, where that is known while a definition is parsed. @internal */
export function inputSchemaOf(
  reference: CallFunctionTask['function'],
  { components, capabilities }: ParseScope,
): JsonSchema | undefined {
  switch (reference.kind) {
    case 'defined':
      return inlineSchemaOf(components.functions.get(reference.name));
    case 'offered':
      if (isApproval(reference)) return approvalFunction.inputSchema;
      return capabilities.functions?.get(reference.name)?.inputSchema;
    default:
      return undefined;
  }
}

/** Of a function that transforms its input first, too: its schema is about what it is given. */
function inlineSchemaOf(task: SourceNode | undefined): JsonSchema | undefined {
  const document = task?.member('input')?.member('schema')?.member('document');
  return document?.isObject() ? document.data() : undefined;
}
