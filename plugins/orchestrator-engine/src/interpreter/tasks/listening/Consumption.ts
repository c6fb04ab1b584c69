import type {
  EventFilter,
  EventStrategy,
  Expression,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** An event that is waited for. */
export interface AwaitedEvent {
  /** Absent when any event will do. */
  readonly filter?: EventFilter;
  /** Whether it counts for the output; else it only helps to decide when it is enough. */
  readonly isResult: boolean;
  /** It has come; `value` is what was made of it. */
  take(value: Json): void;
  /** The same, of an event after which it was known not to be enough. */
  recall(value: Json): void;
}

/** How far an event consumption strategy has come. */
export interface Consumption {
  /** What it waits for now; what ends it comes first. */
  awaited(): readonly AwaitedEvent[];
  isOver(): boolean;
  /** Whether the next event is certainly the last. */
  isLast(): boolean;
}

/** Whether a condition holds of what was consumed. */
export type Holds = (when: Expression, consumed: readonly Json[]) => boolean;

/** A strategy before its first event (DSL reference, "Event Consumption Strategy"). */
export function consumptionOf(
  strategy: EventStrategy,
  holds: Holds,
): Consumption {
  if (strategy.kind !== 'any') return allOf(strategy.filters);
  const { filters, until } = strategy;
  if (until?.kind === 'strategy') {
    return anyUntil(filters, consumptionOf(until.strategy, holds));
  }
  if (!until) return anyOf(filters, () => true, true);
  return anyOf(
    filters,
    consumed => until.kind !== 'never' && holds(until.when, consumed),
    false,
  );
}

/** One event for each filter, in whatever order. */
function allOf(filters: readonly EventFilter[]): Consumption {
  const missing = new Set(filters);
  return {
    awaited: () =>
      [...missing].map(filter => {
        const take = () => void missing.delete(filter);
        return { filter, isResult: true, take, recall: take };
      }),
    isOver: () => missing.size === 0,
    isLast: () => missing.size === 1,
  };
}

/** Events that any filter takes, until it is enough; that is asked after each event. */
function anyOf(
  filters: readonly EventFilter[],
  isEnough: (consumed: readonly Json[]) => boolean,
  isLast: boolean,
): Consumption {
  const consumed: Json[] = [];
  let isOver = false;
  const recall = (value: Json) => void consumed.push(value);
  const take = (value: Json) => {
    recall(value);
    isOver = isEnough([...consumed]);
  };
  return {
    awaited: () => eachOf(filters).map(one => ({ ...one, take, recall })),
    isOver: () => isOver,
    isLast: () => isLast,
  };
}

/** Events that any filter takes, until another strategy has had its own. */
function anyUntil(
  filters: readonly EventFilter[],
  until: Consumption,
): Consumption {
  const take = () => {};
  return {
    awaited: () => [
      ...until.awaited().map(event => ({ ...event, isResult: false })),
      ...eachOf(filters).map(one => ({ ...one, take, recall: take })),
    ],
    isOver: () => until.isOver(),
    isLast: () => false,
  };
}

/** No filter takes every event. */
function eachOf(filters: readonly EventFilter[]) {
  const isResult = true;
  return filters.length === 0
    ? [{ isResult }]
    : filters.map(filter => ({ filter, isResult }));
}
