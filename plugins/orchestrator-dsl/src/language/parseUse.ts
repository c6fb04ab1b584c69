import { parseAuthenticationPolicy } from './authentication/parseAuthentication';
import { parseSecrets } from './authentication/parseSecrets';
import { parseCatalog } from './functions/parseFunctionReference';
import { parseFunctions } from './functions/parseFunctions';
import { parseError } from './parseError';
import { parseExtensions } from './parseExtension';
import { parseRetryPolicy } from './parseRetryPolicy';
import {
  RUNTIME_ARGUMENTS,
  withVariables,
  type Components,
  type ParseScope,
} from './ParseScope';
import { parseTimeout } from './parseTimeout';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceNode } from './source/SourceNode';
import type { WorkflowDefinition } from './WorkflowDefinition';

/** No reusable parts. @internal */
export const NO_COMPONENTS: Components = {
  authentications: new Map(),
  catalogs: new Map(),
  errors: new Map(),
  functions: new Map(),
  retries: new Map(),
  timeouts: new Map(),
  secrets: [],
};

/** What `use` adds to the definition, and what its tasks can refer to. @internal */
export interface UsedParts
  extends Pick<WorkflowDefinition, 'functions' | 'extensions' | 'secrets'> {
  readonly components: Components;
}

/** Of a definition without `use`. @internal */
export const NOTHING_USED: UsedParts = { components: NO_COMPONENTS };

/** Reads `use` (DSL reference, "Use"). @internal */
export function parseUse(node: SourceNode, scope: ParseScope): UsedParts {
  return node.object(use => {
    const components = readComponents(use, scope);
    const inside = withVariables(
      { ...scope, components },
      RUNTIME_ARGUMENTS.task,
    );
    reportBrokenParts(use, inside);
    return {
      components,
      secrets: components.secrets,
      functions: use.optional('functions', part =>
        parseFunctions(part, inside),
      ),
      extensions: use.optional('extensions', part =>
        parseExtensions(part, inside),
      ),
    };
  });
}

function readComponents(use: ObjectReader, scope: ParseScope): Components {
  const section = (name: string) =>
    use.optional(name, namedParts) ?? new Map<string, SourceNode>();
  return {
    authentications: section('authentications'),
    catalogs: section('catalogs'),
    errors: section('errors'),
    functions: section('functions'),
    retries: section('retries'),
    timeouts: section('timeouts'),
    secrets:
      use.optional('secrets', node => parseSecrets(node, scope.capabilities)) ??
      [],
  };
}

function namedParts(node: SourceNode): ReadonlyMap<string, SourceNode> {
  if (!node.isObject()) node.reportType('an object of named parts');
  return new Map(node.members.map(({ name, value }) => [name, value]));
}

const PARSERS = {
  authentications: parseAuthenticationPolicy,
  catalogs: parseCatalog,
  errors: parseError,
  retries: parseRetryPolicy,
  timeouts: parseTimeout,
} as const;

/**
 * Reports what is wrong with the shape of parts, whether they are used or not. Their expressions are checked where they
 * are used, because that is what decides which variables they see.
 */
function reportBrokenParts(use: ObjectReader, scope: ParseScope): void {
  const shapeOnly = { ...scope, evaluator: undefined };
  for (const [section, parse] of Object.entries(PARSERS)) {
    const parts = use.node.member(section)?.members ?? [];
    for (const { value } of parts) {
      if (value.isText()) value.reportType('an object');
      else parse(value, shapeOnly);
    }
  }
}
