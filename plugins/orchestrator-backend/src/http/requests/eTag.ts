import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** What changes with every change of a definition. */
export function writeETag({ hash }: StoredDefinition): string {
  return `"${hash}"`;
}

/** The hash of the definition that the caller has seen; `undefined` when any will do. */
export function readIfMatch(header: string | undefined): string | undefined {
  const tag = header?.trim();
  if (tag === undefined || tag === '*') return undefined;
  return tag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
}
