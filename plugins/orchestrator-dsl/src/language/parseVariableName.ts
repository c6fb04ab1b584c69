import { RUNTIME_ARGUMENTS } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import { withSuggestion } from './source/suggest';

const NAME = /^[A-Za-z_]\w*$/;

const RESERVED: readonly string[] = [
  ...Object.values(RUNTIME_ARGUMENTS).flat(),
  '__loc__',
  'ENV',
];

/** Reads the name of a variable, without `$`. @internal */
export function parseVariableName(node: SourceNode): string {
  const name = node.text('the name of a variable');
  if (!node.isText()) return name;
  if (!NAME.test(name)) {
    const bare = name.replace(/^\$/, '');
    const suggestion = NAME.test(bare) ? bare : undefined;
    const message = `\`${name}\` is not a variable's name: letters, digits and \`_\`, without \`$\``;
    node.report({
      code: 'INVALID_NAME',
      ...withSuggestion(message, suggestion),
    });
  } else if (RESERVED.includes(name)) {
    const message = `\`$${name}\` already has a meaning in expressions; choose another name`;
    node.report({ code: 'INVALID_NAME', message });
  }
  return name;
}
