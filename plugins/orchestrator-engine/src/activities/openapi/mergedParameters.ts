import type { References } from '../documents/References';
import { listOr, type JsonObject } from '../JsonObject';
import type { FoundOperation } from './findOperation';

/** Parameters of an operation and of its path; those of the operation win. */
export async function mergedParameters(
  { pathItem, operation }: FoundOperation,
  references: References,
): Promise<readonly JsonObject[]> {
  const merged = new Map<string, JsonObject>();
  for (const owner of [pathItem, operation]) {
    for (const given of listOr(owner.value.parameters)) {
      const { value } = await references.follow(given, owner);
      merged.set(`${value.in} ${value.name}`, value);
    }
  }
  return [...merged.values()];
}
