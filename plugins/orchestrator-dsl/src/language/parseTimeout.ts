import { parseDuration, parseDurationNode } from './parseDuration';
import { resolveReference } from './parseReference';
import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type { Duration } from './WorkflowDefinition';

/** Reads a timeout, inline or by name (DSL reference, "Timeout"). @internal */
export function parseTimeout(node: SourceNode, scope: ParseScope): Duration {
  const { timeouts } = scope.components;
  const isName = typeof node.json === 'string' && timeouts.has(node.json);
  if (node.isText() && !isName && parseDuration(node.json) !== undefined) {
    const message = `expected an object; write \`after: ${node.json}\` in it`;
    node.report({ code: 'WRONG_TYPE', message });
    return parseDurationNode(node, scope);
  }
  return resolveReference(node, 'use.timeouts', timeouts).object(
    timeout =>
      timeout.required('after', after => parseDurationNode(after, scope)),
    'a timeout (an object with `after`) or the name of one in `use.timeouts`',
  );
}
