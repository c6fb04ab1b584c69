import type { SourceNode } from '../source/SourceNode';
import type { EventRead } from '../WorkflowDefinition';

/** Reads what of an event is handed on. @internal */
export function parseEventRead(node: SourceNode): EventRead {
  return node.oneOf(['data', 'envelope', 'raw']);
}
