import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { parse } from 'yaml';
import { standardError } from '../../interpreter/WorkflowError';
import { reasonOf } from '../carryOut';
import { isObject, type JsonObject } from '../JsonObject';

/** A document as it was fetched. */
export interface FetchedDocument {
  /** Where it came from, after redirects: what it refers to is relative to that. */
  readonly uri: string;
  readonly text: string;
  /** Content type without parameters, lower case; empty when the server gives none. */
  readonly type: string;
}

/** Types that say nothing about what is in them. */
const UNTELLING = new Set(['', 'text/plain', 'application/octet-stream']);

/**
 * What a document holds: JSON or YAML where its type or its name says so. Where neither does, an object or a list in JSON or
 * YAML; else its text.
 *
 * @throws WorkflowError `validation` when it is not what it says it is
 */
export function parseDocument(document: FetchedDocument): Json {
  const { text, type, uri } = document;
  const extension = /\.(\w+)(?:[?#].*)?$/.exec(uri.split('/').pop() ?? '')?.[1];
  const name = extension?.toLowerCase() ?? '';
  if (isStructured(type, name)) return parseStructured(document);
  if (!UNTELLING.has(type) || name !== '') return text;
  return structuredOrText(text);
}

const parsed = new WeakMap<FetchedDocument, JsonObject>();

/**
 * What a document holds that must be an object, in JSON or YAML. Parsed once, for as long as the document is kept.
 *
 * @throws WorkflowError `validation` when it is not
 */
export function parseObject(document: FetchedDocument): JsonObject {
  const known = parsed.get(document);
  if (known) return known;
  const value = parseStructured(document);
  if (isObject(value)) {
    parsed.set(document, value);
    return value;
  }
  throw standardError(
    'validation',
    `${document.uri} should be an object in JSON or YAML`,
  );
}

function isStructured(type: string, extension: string): boolean {
  return (
    /[/+](json|yaml|x-yaml)$/.test(type) || /^(json|ya?ml)$/.test(extension)
  );
}

function parseStructured({ text, uri }: FetchedDocument): Json {
  try {
    return asJson(parse(text));
  } catch (error) {
    throw standardError(
      'validation',
      `${uri} is neither JSON nor YAML: ${firstLine(reasonOf(error))}`,
    );
  }
}

function structuredOrText(text: string): Json {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' ? asJson(value) : text;
  } catch {
    return text;
  }
}

/** YAML knows numbers that JSON does not, such as `.inf`. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

function firstLine(text: string): string {
  return text.split('\n')[0];
}
