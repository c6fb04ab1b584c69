import { parseFilter } from './parseExpression';
import type { ParseScope } from './ParseScope';
import { parseSchema } from './parseSchema';
import type { SourceNode } from './source/SourceNode';
import type {
  ExportDefinition,
  InputDefinition,
  OutputDefinition,
} from './WorkflowDefinition';

/** Reads `input` (DSL reference, "Input"). @internal */
export function parseInput(
  node: SourceNode,
  scope: ParseScope,
): InputDefinition {
  return node.object(input => ({
    ...input.optional('schema', schema => parseSchema(schema, scope)),
    from: input.optional('from', from => parseFilter(from, scope)),
  }));
}

/** Reads `output` or `export` (DSL reference, "Output", "Export"). @internal */
export function parseOutput(
  node: SourceNode,
  scope: ParseScope,
): OutputDefinition & ExportDefinition {
  return node.object(output => ({
    ...output.optional('schema', schema => parseSchema(schema, scope)),
    as: output.optional('as', as => parseFilter(as, scope)),
  }));
}
