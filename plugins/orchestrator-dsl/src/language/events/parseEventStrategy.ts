import { parseCondition } from '../parseCondition';
import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { EventFilter, EventStrategy } from '../WorkflowDefinition';
import { parseEventFilter } from './parseEventFilter';

const STRATEGIES = ['one', 'any', 'all'] as const;

const EXPECTED = 'which events (an object with one of one, any, all)';

/** Reads which events are consumed (DSL reference, "Event Consumption Strategy"). @internal */
export function parseEventStrategy(
  node: SourceNode,
  scope: ParseScope,
): EventStrategy {
  return node.object(strategy => {
    const read = readStrategy(strategy, scope);
    if (read.kind !== 'any') return read;
    const until = strategy.optional('until', end => parseUntil(end, scope));
    return { ...read, until };
  }, EXPECTED);
}

function readStrategy(
  strategy: ObjectReader,
  scope: ParseScope,
): EventStrategy {
  const kind = strategy.exactlyOne(STRATEGIES);
  if (kind === 'one') {
    const filter = strategy.required('one', one =>
      parseEventFilter(one, scope),
    );
    return { kind, filters: [filter] };
  }
  if (kind === 'any') {
    return {
      kind,
      filters: strategy.required('any', any => parseFilters(any, scope)),
    };
  }
  return {
    kind: 'all',
    filters: strategy.optional('all', all => parseAll(all, scope)) ?? [],
  };
}

function parseFilters(
  node: SourceNode,
  scope: ParseScope,
): readonly EventFilter[] {
  return node
    .items('a list of filters of events')
    .map(filter => parseEventFilter(filter, scope));
}

function parseAll(node: SourceNode, scope: ParseScope): readonly EventFilter[] {
  if (node.isArray() && node.items().length === 0) {
    const message =
      '`all` needs at least one filter; `any: []` takes every event';
    node.report({ code: 'INVALID_VALUE', message });
  }
  return parseFilters(node, scope);
}

type Until = Extract<EventStrategy, { kind: 'any' }>['until'];

function parseUntil(node: SourceNode, scope: ParseScope): Until {
  if (node.json === false) return { kind: 'never' };
  if (node.isText()) return parseEnd(node, scope);
  return {
    kind: 'strategy',
    strategy: node.object(
      strategy => readStrategy(strategy, scope),
      'a jq expression (text), or which events (an object)',
    ),
  };
}

function parseEnd(node: SourceNode, scope: ParseScope): Until {
  const when = parseCondition(node, scope);
  return when === 'false' ? { kind: 'never' } : { kind: 'condition', when };
}
