import { parseInput, parseOutput } from './parseDataFlow';
import { parseCondition } from './parseCondition';
import { CONTINUE, parseFlowDirective } from './parseFlowDirective';
import { parseTimeout } from './parseTimeout';
import {
  RUNTIME_ARGUMENTS,
  withVariables,
  type ParseScope,
} from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import type { TaskBase } from './WorkflowDefinition';

/** Reads what every task may have (DSL reference, "Task"). @internal */
export function parseTaskBase(
  task: ObjectReader,
  name: string,
  scope: ParseScope,
): TaskBase {
  return {
    name,
    pointer: task.node.pointer,
    if: task.optional('if', node => parseCondition(node, scope)),
    input: task.optional('input', node => parseInput(node, scope)),
    output: task.optional('output', node => parseOutput(node, scope)),
    export: task.optional('export', node =>
      parseOutput(node, withVariables(scope, RUNTIME_ARGUMENTS.export)),
    ),
    timeout: task.optional('timeout', node => parseTimeout(node, scope)),
    then:
      task.optional('then', node => parseFlowDirective(node, scope)) ??
      CONTINUE,
    metadata: task.optional('metadata', node => node.data()),
  };
}
