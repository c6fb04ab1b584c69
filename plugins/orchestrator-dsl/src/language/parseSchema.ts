import { compileSchema, InvalidSchemaError } from '../schema/compileSchema';
import { pointerKeys } from '../jsonPointer';
import { parseExternalResource } from './parseEndpoint';
import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type { JsonSchema, SchemaDefinition } from './WorkflowDefinition';

/** Reads a JSON Schema, inline or from elsewhere (DSL reference, "Schema"). @internal */
export function parseSchema(
  node: SourceNode,
  scope: ParseScope,
): SchemaDefinition {
  return node.object(schema => {
    schema.optional('format', requireJsonFormat);
    schema.exactlyOne(['document', 'resource']);
    return {
      schema: schema.optional('document', parseSchemaDocument),
      schemaResource: schema.optional('resource', resource =>
        parseExternalResource(resource, scope),
      ),
    };
  }, 'an object with `document`, the JSON Schema');
}

function requireJsonFormat(node: SourceNode): void {
  const format = node.text();
  if (!node.isText() || /^json(?::|$)/.test(format)) return;
  const message = `schemas of the format \`${format}\` are not supported; use json`;
  node.report({ code: 'UNSUPPORTED', message });
}

function parseSchemaDocument(node: SourceNode): JsonSchema {
  if (node.isAbsent()) return true;
  if (!isSchema(node)) {
    node.reportType('a JSON Schema (object)');
    return true;
  }
  requireSchema(node);
  return node.json;
}

function isSchema(
  node: SourceNode,
): node is SourceNode & { readonly json: JsonSchema } {
  return node.isObject() || typeof node.json === 'boolean';
}

/** Reports what is wrong with a JSON Schema, where it is. @internal */
export function requireSchema(node: SourceNode): void {
  if (!isSchema(node)) return;
  try {
    compileSchema(node.json);
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    const at = culprit(node, error.message) ?? descendant(node, error.pointer);
    const message = `not a valid JSON Schema: ${error.message}`;
    at.report({ code: 'INVALID_SCHEMA', message });
  }
}

/** The value a pointer names, or the nearest one around it. @internal */
export function descendant(node: SourceNode, pointer: string): SourceNode {
  return pointerKeys(pointer).reduce(
    (at, key) =>
      at.member(key) ?? (at.isArray() ? at.items()[Number(key)] : at) ?? at,
    node,
  );
}

/** A pattern or reference that the message quotes: such faults come without a pointer. */
function culprit(node: SourceNode, message: string): SourceNode | undefined {
  const suspects = ['$ref', 'pattern']
    .map(name => node.member(name))
    .filter(value => value?.json && message.includes(`${value.json}`));
  return suspects[0] ?? firstCulprit(childrenOf(node), message);
}

function firstCulprit(
  nodes: readonly SourceNode[],
  message: string,
): SourceNode | undefined {
  for (const node of nodes) {
    const found = culprit(node, message);
    if (found) return found;
  }
  return undefined;
}

function childrenOf(node: SourceNode): readonly SourceNode[] {
  return node.isArray() ? node.items() : node.members.map(({ value }) => value);
}
