import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Located, References } from '../documents/References';
import { listOr, objectOr, textOr, type JsonObject } from '../JsonObject';
import type { ApiKey } from './ApiOperation';

/** Where the document wants credentials, when it wants an API key and nothing that `Authorization` carries would do. */
export async function readApiKey({
  root,
  requirements,
  schemes,
  references,
}: {
  readonly root: Located;
  readonly requirements: Json | undefined;
  readonly schemes: Json | undefined;
  readonly references: References;
}): Promise<ApiKey | undefined> {
  const names = listOr(requirements).flatMap(one => Object.keys(objectOr(one)));
  const wanted: JsonObject[] = [];
  for (const name of names) {
    const scheme = await references.follow(objectOr(schemes)[name], root);
    wanted.push(scheme.value);
  }
  if (wanted.some(({ type }) => type !== 'apiKey')) return undefined;
  const [first] = wanted;
  const place = PLACES.find(one => one === first?.in);
  return place && { name: textOr(first.name, ''), place };
}

const PLACES = ['query', 'header', 'cookie'] as const;
