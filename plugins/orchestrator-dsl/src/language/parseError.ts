import { isJsonPointer } from '../jsonPointer';
import { isComputed, parseCount, parseTextTemplate } from './parseExpression';
import { resolveReference } from './parseReference';
import type { ParseScope } from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceNode } from './source/SourceNode';
import type { ErrorDefinition, Template } from './WorkflowDefinition';

/** Reads an error, inline or by name (DSL reference, "Error"). @internal */
export function parseError(
  node: SourceNode,
  scope: ParseScope,
): ErrorDefinition {
  const { errors } = scope.components;
  return resolveReference(node, 'use.errors', errors).object(
    error => readError(error, scope),
    'an error (an object with `type` and `status`) or the name of one in `use.errors`',
  );
}

function readError(error: ObjectReader, scope: ParseScope): ErrorDefinition {
  const text = (node: SourceNode) => parseTextTemplate(node, scope);
  return {
    type: error.required('type', text),
    status: error.required('status', node => parseCount(node, scope)),
    title: error.optional('title', text),
    detail: error.optional('detail', text),
    instance: error.optional('instance', node => parseInstance(node, scope)),
  };
}

/** Reads a JSON pointer, or an expression of one. @internal */
export function parseInstance(node: SourceNode, scope: ParseScope): Template {
  const text = parseTextTemplate(node, scope);
  if (typeof node.json === 'string' && !isComputed(text)) {
    if (!isJsonPointer(node.json)) {
      const message = `\`${node.json}\` is not a JSON pointer; write it like \`/do/0/task\``;
      node.report({ code: 'INVALID_VALUE', message });
    }
  }
  return text;
}
