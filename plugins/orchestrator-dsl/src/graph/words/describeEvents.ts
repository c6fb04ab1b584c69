import type {
  EventCondition,
  EventFilter,
  EventStrategy,
} from '../../language/WorkflowDefinition';
import { templateText } from './oneLine';

/** `order.paid`, `a and b`, `a or b until c`. */
export function describeEvents(strategy: EventStrategy): string {
  const names = strategy.filters.map(describeFilter);
  const joined = names.join(strategy.kind === 'all' ? ' and ' : ' or ');
  const events = joined || 'any event';
  return strategy.kind === 'any'
    ? `${events}${describeUntil(strategy.until)}`
    : events;
}

function describeUntil(
  until: Extract<EventStrategy, { kind: 'any' }>['until'],
): string {
  switch (until?.kind) {
    case undefined:
      return '';
    case 'condition':
      return ` until ${until.when}`;
    case 'strategy':
      return ` until ${describeEvents(until.strategy)}`;
    default:
      return ' for ever';
  }
}

/** People know an event by its type; without one, by what is asked of it. */
function describeFilter({ with: conditions }: EventFilter): string {
  if (conditions.type) return describeCondition(conditions.type);
  const asked = Object.entries(conditions).map(
    ([name, condition]) => `${name} ${describeCondition(condition)}`,
  );
  return asked.join(', ') || 'any event';
}

function describeCondition(condition: EventCondition): string {
  switch (condition.kind) {
    case 'literal':
      return templateText(condition.value);
    case 'pattern':
      return `/${condition.pattern}/`;
    default:
      return condition.expression;
  }
}
