import { parseCondition } from './parseCondition';
import type { ParseScope } from './ParseScope';
import { reportDuplicateNames } from './reportDuplicateNames';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceMember, SourceNode } from './source/SourceNode';
import type { Extension } from './WorkflowDefinition';

const EXTENDABLE = [
  'all',
  'call',
  'composite',
  'emit',
  'for',
  'listen',
  'raise',
  'run',
  'set',
  'switch',
  'try',
  'wait',
] as const;

/** Reads `use.extensions`: in order, each an object with its name (DSL reference, "Extension"). @internal */
export function parseExtensions(
  node: SourceNode,
  scope: ParseScope,
): readonly Extension[] {
  const members = node.items('a list of extensions').flatMap(namedExtension);
  reportDuplicateNames(members, 'extension');
  return members.map(({ name, value }) =>
    value.object(
      extension => readExtension(name, extension, scope),
      `what extension \`${name}\` does (an object)`,
    ),
  );
}

function namedExtension(item: SourceNode): readonly SourceMember[] {
  if (item.members.length === 1) return item.members;
  if (!item.isObject())
    item.reportType('an extension (an object with its name)');
  else {
    const message = `an extension has exactly one name, found ${item.members.length}; check the indentation`;
    item.report({ code: 'INVALID_VALUE', message });
  }
  return [];
}

function readExtension(
  name: string,
  extension: ObjectReader,
  scope: ParseScope,
): Extension {
  const tasks = (node: SourceNode) => scope.parseTasks(node, scope);
  return {
    name,
    extend: extension.required('extend', node => node.oneOf(EXTENDABLE)),
    when: extension.optional('when', node => parseCondition(node, scope)),
    before: extension.optional('before', tasks) ?? [],
    after: extension.optional('after', tasks) ?? [],
  };
}
