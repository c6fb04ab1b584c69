import { parseCondition } from './parseCondition';
import { parseDurationNode } from './parseDuration';
import { resolveReference } from './parseReference';
import type { ParseScope } from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceNode } from './source/SourceNode';
import type { RetryPolicy } from './WorkflowDefinition';

/** Reads a retry policy, inline or by name (DSL reference, "Retry"). @internal */
export function parseRetryPolicy(
  node: SourceNode,
  scope: ParseScope,
): RetryPolicy {
  const { retries } = scope.components;
  return resolveReference(node, 'use.retries', retries).object(
    policy => readPolicy(policy, scope),
    'a retry policy (an object) or the name of one in `use.retries`',
  );
}

function readPolicy(policy: ObjectReader, scope: ParseScope): RetryPolicy {
  const condition = (node: SourceNode) => parseCondition(node, scope);
  const duration = (node: SourceNode) => parseDurationNode(node, scope);
  return {
    when: policy.optional('when', condition),
    exceptWhen: policy.optional('exceptWhen', condition),
    delay: policy.optional('delay', duration),
    backoff: policy.optional('backoff', parseBackoff) ?? 'constant',
    limit: policy.optional('limit', node => parseLimit(node, scope)) ?? {},
    jitter: policy.optional('jitter', node =>
      node.object(jitter => ({
        from: jitter.required('from', duration),
        to: jitter.required('to', duration),
      })),
    ),
  };
}

const BACKOFFS = ['constant', 'linear', 'exponential'] as const;

function parseBackoff(node: SourceNode): RetryPolicy['backoff'] {
  const given = node.object(backoff =>
    BACKOFFS.filter(
      kind => backoff.optional(kind, readNoParameters) !== undefined,
    ),
  );
  if (given.length > 1 || (node.isObject() && node.members.length === 0)) {
    const message = `a back-off is exactly one of ${BACKOFFS.join(', ')}`;
    node.reportAtKey({ code: 'INVALID_VALUE', message });
  }
  return given[0] ?? 'constant';
}

/** Back-offs have no parameters; reports any. */
function readNoParameters(node: SourceNode): true {
  return node.object(() => true, 'an empty object `{}`');
}

function parseLimit(node: SourceNode, scope: ParseScope): RetryPolicy['limit'] {
  const duration = (value: SourceNode) => parseDurationNode(value, scope);
  return node.object(limit => ({
    ...limit.optional('attempt', attempt =>
      attempt.object(reader => ({
        retries: reader.optional('count', count => count.count()),
        attemptDuration: reader.optional('duration', duration),
      })),
    ),
    duration: limit.optional('duration', duration),
  }));
}
