import { parseOutput } from './parseDataFlow';
import { parseVariableName } from './parseVariableName';
import {
  RUNTIME_ARGUMENTS,
  withVariables,
  type ParseScope,
} from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type { Foreach } from './WorkflowDefinition';

/** Reads what happens for each item received (DSL reference, "Subscription Iterator"). @internal */
export function parseForeach(node: SourceNode, scope: ParseScope): Foreach {
  return node.object(foreach => {
    const item = foreach.optional('item', parseVariableName) ?? 'item';
    const at = foreach.optional('at', parseVariableName) ?? 'index';
    const inside = withVariables(scope, [item, at]);
    const afterwards = withVariables(inside, RUNTIME_ARGUMENTS.export);
    return {
      item,
      at,
      do: foreach.optional('do', list => scope.parseTasks(list, inside)) ?? [],
      output: foreach.optional('output', output => parseOutput(output, inside)),
      export: foreach.optional('export', value =>
        parseOutput(value, afterwards),
      ),
    };
  });
}
