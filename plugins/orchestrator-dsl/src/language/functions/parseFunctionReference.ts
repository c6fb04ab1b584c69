import { approvalFunction } from '../approvals/approvalFunction';
import { parseAddress, parseEndpoint } from '../parseEndpoint';
import { isComputed } from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import { suggest, withSuggestion } from '../source/suggest';
import type { SourceNode } from '../source/SourceNode';
import type { CallFunctionTask } from '../WorkflowDefinition';
import { catalogAddress, rawAddress } from './catalogAddress';

type FunctionReference = CallFunctionTask['function'];

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** `name:version@catalog`. */
const CATALOGED = /^([^@:/\s]+):([^@:/\s]+)@([^@\s]+)$/;

/** The catalog of the deployment, unless the definition has one of this name. */
const DEFAULT_CATALOG = 'default';

/**
 * Reads which function is called (DSL reference, "Call"; DSL, "Catalogs"): one of `use.functions`, one at an address,
 * one of a catalog, or one that the deployment offers.
 *
 * @param kinds - the calls that are no functions, for suggestions
 * @returns `undefined` when there is no such function, which is reported
 * @internal
 */
export function parseFunctionReference(
  node: SourceNode,
  scope: ParseScope,
  kinds: readonly string[],
): FunctionReference | undefined {
  const name = node.text('what to call, such as http or a function');
  if (!node.isText()) return undefined;
  if (scope.components.functions.has(name)) return { kind: 'defined', name };
  if (isComputed(name)) return reportComputed(node);
  if (ADDRESS.test(name)) return functionAt(node, scope);
  const [, local, version, catalog] = CATALOGED.exec(name) ?? [];
  if (!catalog) return offeredFunction(node, name, scope, kinds);
  const { catalogs } = scope.components;
  const entry = catalogs.get(catalog);
  if (entry) return catalogedFunction(entry, name, local, version, scope);
  return catalog === DEFAULT_CATALOG
    ? offeredFunction(node, local, scope, [])
    : reportUnknownCatalog(node, catalog, [...catalogs.keys()]);
}

function functionAt(node: SourceNode, scope: ParseScope): FunctionReference {
  const uri = rawAddress(`${parseAddress(node, scope)}`);
  return { kind: 'external', name: uri, endpoint: { uri } };
}

function catalogedFunction(
  entry: SourceNode,
  name: string,
  local: string,
  version: string,
  scope: ParseScope,
): FunctionReference {
  const { uri, authentication } = parseCatalog(entry, scope);
  const address = catalogAddress(uri, local, version);
  return { kind: 'external', name, endpoint: { uri: address, authentication } };
}

/** Reads what stands in `use.catalogs` (DSL reference, "Catalog"). @internal */
export function parseCatalog(node: SourceNode, scope: ParseScope) {
  return node.object(catalog =>
    catalog.required('endpoint', endpoint =>
      parseEndpoint(endpoint, scope, 'document'),
    ),
  );
}

function offeredFunction(
  node: SourceNode,
  name: string,
  { components, capabilities: { functions } }: ParseScope,
  kinds: readonly string[],
): FunctionReference | undefined {
  const offered = [approvalFunction.name, ...(functions?.keys() ?? [])];
  if (offered.includes(name)) return { kind: 'offered', name };
  const known = [...components.functions.keys(), ...offered, ...kinds];
  const suggestion = suggest(name, known);
  if (functions) {
    const message = `no function \`${name}\``;
    const fault = withSuggestion(message, suggestion);
    node.report({ code: 'UNKNOWN_FUNCTION', ...fault });
    return undefined;
  }
  if (suggestion) reportDoubt(node, name, suggestion);
  return { kind: 'offered', name };
}

/** What is offered is not known: a name that is like a known one is probably that one. */
function reportDoubt(node: SourceNode, name: string, suggestion: string): void {
  const message = `\`${name}\` must be a function that the deployment offers`;
  node.report({
    code: 'UNKNOWN_FUNCTION',
    severity: 'warning',
    ...withSuggestion(message, suggestion),
  });
}

function reportUnknownCatalog(
  node: SourceNode,
  catalog: string,
  known: readonly string[],
): undefined {
  const message = `the catalog \`${catalog}\` is not defined in \`use.catalogs\``;
  node.report({
    code: 'UNKNOWN_REFERENCE',
    ...withSuggestion(message, suggest(catalog, known)),
  });
}

function reportComputed(node: SourceNode): undefined {
  const message =
    'what is called must be known beforehand; use a switch in place of the expression';
  node.report({ code: 'INVALID_VALUE', message });
}
