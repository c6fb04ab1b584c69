import { parseError } from './parseError';
import { parseRetryPolicy } from './parseRetryPolicy';
import type { Components, ParseScope } from './ParseScope';
import { parseTimeout } from './parseTimeout';
import type { SourceNode } from './source/SourceNode';

/** No reusable parts. @internal */
export const NO_COMPONENTS: Components = {
  errors: new Map(),
  retries: new Map(),
  timeouts: new Map(),
};

const UNSUPPORTED = [
  'authentications',
  'catalogs',
  'extensions',
  'functions',
  'secrets',
] as const;

/**
 * Reads `use` (DSL reference, "Use").
 *
 * Only the shape of its parts is checked here. Their expressions are checked where the parts are used, because that is
 * what decides which variables they see.
 *
 * @internal
 */
export function parseUse(node: SourceNode, scope: ParseScope): Components {
  const shapeOnly = { ...scope, evaluator: undefined };
  return node.object(use => {
    for (const name of UNSUPPORTED) use.unsupported(name, `\`use.${name}\``);
    const section = (
      name: string,
      parse: (part: SourceNode, partScope: ParseScope) => unknown,
    ) =>
      use.optional(name, parts => parseParts(parts, shapeOnly, parse)) ??
      new Map();
    return {
      errors: section('errors', parseError),
      retries: section('retries', parseRetryPolicy),
      timeouts: section('timeouts', parseTimeout),
    };
  });
}

function parseParts(
  node: SourceNode,
  scope: ParseScope,
  parse: (part: SourceNode, partScope: ParseScope) => unknown,
): ReadonlyMap<string, SourceNode> {
  if (!node.isObject()) node.reportType('an object of named parts');
  for (const { value } of node.members) parse(value, scope);
  return new Map(node.members.map(({ name, value }) => [name, value]));
}
