import type { Capabilities } from '../Capabilities';
import type { ParseScope } from '../ParseScope';
import { suggest, withSuggestion } from '../source/suggest';
import type { SourceNode } from '../source/SourceNode';

/** Reads `use.secrets`: names of secrets that the workflow needs. @internal */
export function parseSecrets(
  node: SourceNode,
  { secrets: available }: Capabilities,
): readonly string[] {
  const names = new Set<string>();
  for (const item of node.items('a list of names of secrets')) {
    const name = item.text('the name of a secret');
    if (names.has(name)) {
      const message = `the secret \`${name}\` is there twice; keep one`;
      item.report({ code: 'DUPLICATE_NAME', message });
    } else if (item.isText()) reportUnavailable(item, name, available);
    names.add(name);
  }
  return [...names];
}

function reportUnavailable(
  node: SourceNode,
  name: string,
  available: readonly string[] | undefined,
): void {
  if (!available || available.includes(name)) return;
  const message = `this deployment has no secret \`${name}\` for workflows`;
  node.report({
    code: 'UNKNOWN_REFERENCE',
    ...withSuggestion(message, suggest(name, available)),
  });
}

/** Reads the name of one of `use.secrets`. @internal */
export function parseSecretName(
  node: SourceNode,
  { components: { secrets } }: ParseScope,
): string {
  const name = node.text('the name of a secret');
  if (node.isText() && !secrets.includes(name)) {
    node.report(undeclaredSecret(name, secrets));
  }
  return name;
}

/** The fault of using a secret that `use.secrets` does not list. @internal */
export function undeclaredSecret(name: string, secrets: readonly string[]) {
  const message = `the secret \`${name}\` is not listed in \`use.secrets\``;
  return {
    code: 'UNKNOWN_REFERENCE' as const,
    ...withSuggestion(message, suggest(name, secrets)),
  };
}
