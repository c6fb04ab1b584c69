import { compileSchema, InvalidSchemaError } from '../schema/compileSchema';
import { pointerKeys } from './jsonPointer';
import { parseFilter } from './parseExpression';
import type { ParseScope } from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceNode } from './source/SourceNode';
import type {
  ExportDefinition,
  InputDefinition,
  JsonSchema,
  OutputDefinition,
} from './WorkflowDefinition';

/** Reads `input` (DSL reference, "Input"). @internal */
export function parseInput(
  node: SourceNode,
  scope: ParseScope,
): InputDefinition {
  return node.object(input => ({
    schema: input.optional('schema', parseSchema),
    from: input.optional('from', from => parseFilter(from, scope)),
  }));
}

/** Reads `output` or `export` (DSL reference, "Output", "Export"). @internal */
export function parseOutput(
  node: SourceNode,
  scope: ParseScope,
): OutputDefinition & ExportDefinition {
  return node.object(output => ({
    schema: output.optional('schema', parseSchema),
    as: output.optional('as', as => parseFilter(as, scope)),
  }));
}

/** Reads an inline JSON Schema (DSL reference, "Schema"). */
function parseSchema(node: SourceNode): JsonSchema | undefined {
  return node.object(schema => {
    schema.optional('format', requireJsonFormat);
    return schema.has('resource')
      ? reportExternal(schema)
      : schema.required('document', parseSchemaDocument);
  }, 'an object with `document`, the JSON Schema');
}

function reportExternal(schema: ObjectReader): undefined {
  schema.optional('document', () => undefined);
  schema.unsupported(
    'resource',
    'a schema from elsewhere (`resource`)',
    'write it inline as `document`',
  );
}

function requireJsonFormat(node: SourceNode): void {
  const format = node.text();
  if (!node.isText() || /^json(?::|$)/.test(format)) return;
  const message = `schemas of the format \`${format}\` are not supported yet; use json`;
  node.report({ code: 'UNSUPPORTED', message });
}

function parseSchemaDocument(node: SourceNode): JsonSchema {
  if (node.isAbsent()) return true;
  if (!isSchema(node)) {
    node.reportType('a JSON Schema (object)');
    return true;
  }
  try {
    compileSchema(node.json);
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    const at = culprit(node, error.message) ?? descendant(node, error.pointer);
    const message = `not a valid JSON Schema: ${error.message}`;
    at.report({ code: 'INVALID_SCHEMA', message });
  }
  return node.json;
}

function isSchema(
  node: SourceNode,
): node is SourceNode & { readonly json: JsonSchema } {
  return node.isObject() || typeof node.json === 'boolean';
}

function descendant(node: SourceNode, pointer: string): SourceNode {
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
