/** What the contract calls what a request may hold, to be told to those who have called it otherwise. */
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Request } from 'express';

type Components = NonNullable<(typeof openApiSpec)['components']>;
type Schema = NonNullable<Components['schemas']>[string];

/** Names of the query parameters of the operation that a request asks for. */
export function knownParameters(req: Request): readonly string[] {
  const parameters: readonly object[] = operationOf(req)?.parameters ?? [];
  return parameters.flatMap(parameter => {
    const { in: place, name }: { in?: string; name?: string } =
      '$ref' in parameter
        ? openApiSpec.components?.parameters?.[endOf(parameter.$ref)] ?? {}
        : parameter;
    return place === 'query' && name ? name : [];
  });
}

/**
 * What stands at a pointer into a request's body, and the names of what may stand in it.
 *
 * @returns nothing when the contract does not name what may stand there
 */
export function knownMembers(
  req: Request,
  pointer: string,
): { readonly value: object; readonly known: readonly string[] } {
  const content = operationOf(req)?.requestBody?.content;
  const [, , ...keys] = pointer.split('/');
  const schema = keys.reduce(memberOf, content?.['application/json']?.schema);
  const value = keys.reduce<unknown>(
    (at, key) => (isObject(at) ? Reflect.get(at, key) : undefined),
    req.body,
  );
  const known = Object.keys(schema ? propertiesOf(schema) : {});
  return known.length > 0 && isObject(value)
    ? { value, known }
    : { value: {}, known: [] };
}

/** Of a request that the contract's validator has looked at. */
function operationOf(req: Request) {
  if (!('openapi' in req) || !isObject(req.openapi)) return undefined;
  const path = Reflect.get(req.openapi, 'openApiRoute');
  return openApiSpec.paths[String(path)]?.[req.method.toLowerCase()];
}

function memberOf(schema: Schema | undefined, key: string): Schema | undefined {
  if (!schema) return undefined;
  const { items } = schemaOf(schema);
  return /^\d+$/.test(key) && items ? items : propertiesOf(schema)[key];
}

function propertiesOf(schema: Schema): { readonly [name: string]: Schema } {
  const { properties = {}, allOf = [] } = schemaOf(schema);
  return Object.assign({}, ...allOf.map(propertiesOf), properties);
}

/** What the schema says itself, or what it refers to. */
function schemaOf(schema: Schema): Exclude<Schema, { $ref: string }> {
  if (!('$ref' in schema)) return schema;
  const found = openApiSpec.components?.schemas?.[endOf(schema.$ref)];
  return found ? schemaOf(found) : {};
}

/** The name of the component that a reference leads to. */
function endOf(ref: unknown): string {
  return String(ref).split('/').slice(-1)[0];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
