import {
  isComputed,
  parseSingleValue,
  parseTemplate,
  parseTextTemplate,
} from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { SourceMember, SourceNode } from '../source/SourceNode';
import type { EventTemplate, Template } from '../WorkflowDefinition';
import { parseEventAttributes, TEXT_ATTRIBUTES } from './parseEventAttributes';

const TIMESTAMP =
  /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** Reads the attributes of an event to emit: `type` must be there (DSL reference, "Emit"). @internal */
export function parseEventTemplate(
  node: SourceNode,
  scope: ParseScope,
): EventTemplate {
  const attributes = parseEventAttributes(node, attribute =>
    parseAttribute(attribute, scope),
  );
  if (node.isObject() && !node.member('type')) {
    const message = '`type` is missing: the kind of event';
    node.reportAtKey({ code: 'MISSING_PROPERTY', message });
  }
  return attributes;
}

function parseAttribute(
  { name, value }: SourceMember,
  scope: ParseScope,
): Template {
  if (name === 'data') return parseTemplate(value, scope);
  if (!TEXT_ATTRIBUTES.includes(name)) return parseSingleValue(value, scope);
  const text = parseTextTemplate(value, scope);
  if (name === 'time' && value.isText()) reportTime(value, text);
  return text;
}

function reportTime(node: SourceNode, text: Template): void {
  if (isComputed(text) || TIMESTAMP.test(`${text}`)) return;
  const message = `\`${text}\` is not a time; write it like 2026-01-31T12:00:00Z`;
  node.report({ code: 'INVALID_VALUE', message });
}
