import type { SourceNode } from './source/SourceNode';
import { suggest, withSuggestion } from './source/suggest';

/**
 * Follows a reference by name into a part of `use`; an inline value is given as it is.
 *
 * @param section - e.g. `use.retries`, for the message
 * @returns the value's node; a silent placeholder when the name is unknown, which is reported
 * @internal
 */
export function resolveReference(
  node: SourceNode,
  section: string,
  components: ReadonlyMap<string, SourceNode>,
): SourceNode {
  if (typeof node.json !== 'string') return node;
  const component = components.get(node.json);
  if (component) return component;
  const message = `\`${node.json}\` is not defined in \`${section}\``;
  node.report({
    code: 'UNKNOWN_REFERENCE',
    ...withSuggestion(message, suggest(node.json, [...components.keys()])),
  });
  return node.absentValue();
}
