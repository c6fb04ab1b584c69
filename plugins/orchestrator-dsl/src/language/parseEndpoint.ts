import { parseAuthentication } from './authentication/parseAuthentication';
import { isComputed, parseTextTemplate } from './parseExpression';
import type { ParseScope } from './ParseScope';
import type { SourceNode } from './source/SourceNode';
import type {
  Endpoint,
  ExternalResource,
  Template,
} from './WorkflowDefinition';

/** What an address is for: a service is called, a document may also be a file or stand beside the definition. */
type Purpose = 'service' | 'document';

/** Reads where to call: an address, or an object with one (DSL reference, "Endpoint"). @internal */
export function parseEndpoint(
  node: SourceNode,
  scope: ParseScope,
  purpose: Purpose = 'service',
): Endpoint {
  if (!node.isObject()) {
    return { uri: parseUri(node, scope, purpose, ADDRESS_OR_OBJECT) };
  }
  return node.object(endpoint => ({
    uri: endpoint.required('uri', uri => parseUri(uri, scope, purpose)),
    authentication: endpoint.optional('authentication', authentication =>
      parseAuthentication(authentication, scope),
    ),
  }));
}

/** Reads where a document is (DSL reference, "External Resource"). @internal */
export function parseExternalResource(
  node: SourceNode,
  scope: ParseScope,
): ExternalResource {
  return node.object(
    resource => ({
      name: resource.optional('name', name => name.text()),
      endpoint: resource.required('endpoint', endpoint =>
        parseEndpoint(endpoint, scope, 'document'),
      ),
    }),
    'a document (an object with `endpoint`)',
  );
}

/** Reads the address of a document. @internal */
export function parseAddress(node: SourceNode, scope: ParseScope): Template {
  return parseUri(node, scope, 'document');
}

const ADDRESS_OR_OBJECT = 'an address (text) or an object with `uri`';

function parseUri(
  node: SourceNode,
  scope: ParseScope,
  purpose: Purpose,
  expected?: string,
): Template {
  const uri = parseTextTemplate(node, scope, expected);
  const fault =
    typeof node.json === 'string' && uriFault(node.json.trim(), purpose);
  if (fault) {
    const message = `\`${node.json}\` ${fault}`;
    node.report({ code: 'INVALID_VALUE', message });
  }
  return uri;
}

const CALLABLE = /^(?:https?|plugin):\/\//i;

/** Of a URI that is not relative. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

const READABLE = /^(?:https?:\/\/|plugin:\/\/|file:)/i;

function uriFault(uri: string, purpose: Purpose): string | undefined {
  if (uri === '') return 'is no address';
  if (!isVariable(uri)) {
    const fault = schemeFault(uri, purpose);
    if (fault) return fault;
  }
  return isComputed(uri) ? undefined : literalFault(uri);
}

function literalFault(uri: string): string | undefined {
  if (/\s/.test(uri)) return 'has a space in it; write it as %20';
  const withoutNames = uri.replace(/\{\w+(?:\.\w+)*\}/g, '');
  return /[{}]/.test(withoutNames)
    ? 'has braces that are no URI template; only `{name}` is supported'
    : undefined;
}

/** Whether only running tells how the address begins. */
function isVariable(uri: string): boolean {
  return uri.startsWith('${') || uri.startsWith('{');
}

function schemeFault(uri: string, purpose: Purpose): string | undefined {
  if (purpose === 'service') {
    return CALLABLE.test(uri)
      ? undefined
      : 'cannot be called; begin it with http://, https:// or plugin://';
  }
  return !SCHEME.test(uri) || READABLE.test(uri)
    ? undefined
    : 'cannot be read; begin it with http://, https://, plugin:// or file:, or make it relative';
}
