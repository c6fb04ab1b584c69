import { createHash } from 'node:crypto';
import { jsonOf } from '../../interpreter/json';
import type {
  EventExpectation,
  ListenEffect,
} from '../../interpreter/DurableHost';
import type {
  Await,
  EventSignal,
  InboxEvent,
  NewAwait,
} from '../../store/EventStore';
import { listenerKey, shapeOf } from './matchKeys';

/** Takes any event. */
const ANYTHING: EventExpectation = {
  literals: {},
  patterns: {},
  expressions: {},
  correlations: [],
  variables: {},
};

/** What the store is told of a listener. @param since - events received earlier do not count; milliseconds since the epoch */
export function awaitsOf(
  { id, taskKey, expectations }: ListenEffect,
  since: number,
): readonly NewAwait[] {
  const all = expectations.length === 0 ? [ANYTHING] : expectations;
  return all.map((expectation, index) => ({
    effectId: id,
    taskKey,
    expectation: index,
    shape: shapeOf(expectation),
    matchKey: listenerKey(expectation),
    expects: jsonOf(expectation),
    since,
  }));
}

/** What a listener expects. */
export function expectationOf({ expects }: Await): EventExpectation {
  return expects as unknown as EventExpectation;
}

/**
 * Tells a listener of an event. The same event for the same listener is the same signal, and signals in the order of time and id
 * are events in the order of the inbox.
 */
export function eventSignal(
  { ownerId, effectId, expectation }: Await,
  { event, position, receivedAt }: InboxEvent,
): EventSignal {
  const listener = createHash('sha256')
    .update(JSON.stringify([ownerId, effectId]))
    .digest('hex')
    .slice(0, 32);
  return {
    id: `event-${String(position).padStart(16, '0')}-${listener}`,
    instanceId: ownerId,
    kind: 'event',
    actor: { kind: 'system' },
    data: { effectId, event, expectation },
    createdAt: receivedAt,
  };
}
