import type { StoredDefinition } from '../store/DefinitionStore';

/** A definition as a store keeps it; its text is not one that could run. */
export function storedDefinition(
  workflowId: string,
  hash: string,
  isValid = true,
): StoredDefinition {
  return {
    workflowId,
    hash,
    namespace: 'default',
    name: workflowId,
    version: '1.0.0',
    format: 'yaml',
    text: `text of ${hash}`,
    isValid,
    problems: [],
    loadedAt: 1,
  };
}
