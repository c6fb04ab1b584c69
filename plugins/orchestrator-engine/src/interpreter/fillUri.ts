import type {
  Json,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fillText } from './fillAs';
import { isObject } from './json';
import type { Evaluation } from './Run';
import { standardError } from './WorkflowError';

/**
 * The address that a field gives. An expression gives it as it is; other text is a URI template whose variables are top-level
 * members of the input (DSL reference, "URI Template").
 *
 * @throws {@link WorkflowError} of kind `expression` when it is no text, or a variable is an object or a list
 */
export function fillUri(
  endpoint: Template,
  on: Evaluation,
  what: string = 'endpoint',
): string {
  const text = fillText(endpoint, on, what);
  const isTemplate = typeof endpoint === 'string' && !endpoint.includes('${');
  return isTemplate ? expand(text, on.input) : text;
}

/** Simple string expansion (RFC 6570, section 3.2.2): what is missing or `null` is left empty. */
function expand(template: string, input: Json): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    encoded(scalarOf(input, name)),
  );
}

function scalarOf(input: Json, name: string): string {
  const has = isObject(input) && Object.hasOwn(input, name);
  const value = has ? input[name] : null;
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  throw standardError(
    'expression',
    `{${name}} of a URI template must be a text, a number, a boolean or null, got ${
      Array.isArray(value) ? 'an array' : 'an object'
    }`,
  );
}

/** All but unreserved characters is percent-encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
