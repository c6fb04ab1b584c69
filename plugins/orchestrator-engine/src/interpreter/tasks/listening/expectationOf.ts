import type {
  EventFilter,
  Json,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { EventExpectation } from '../../effects';
import { fill } from '../../expressions';
import type { Evaluation } from '../../Run';
import { standardError } from '../../WorkflowError';

const ANY_EVENT: EventExpectation = {
  literals: {},
  patterns: {},
  expressions: {},
  correlations: [],
  variables: {},
};

/**
 * What a filter expects of the next event.
 *
 * @param correlated - values that earlier events have given to correlations without `expect`
 * @throws {@link WorkflowError} of kind `configuration` when it would need a secret: expectations are kept in the database
 */
export function expectationOf(
  filter: EventFilter | undefined,
  correlated: ReadonlyMap<string, Json>,
  on: Evaluation,
): EventExpectation {
  if (!filter) return ANY_EVENT;
  const conditions = Object.entries(filter.with);
  const texts = (kind: 'pattern' | 'expression') =>
    Object.fromEntries(
      conditions.flatMap(([attribute, condition]) =>
        condition.kind === kind ? [[attribute, textOf(condition)]] : [],
      ),
    );
  const expressions = texts('expression');
  const correlations = filter.correlate.map(({ name, from, expect }) => ({
    name,
    from,
    ...expected(expect === undefined ? correlated.get(name) : fill(expect, on)),
  }));
  const literals = Object.fromEntries(
    conditions.flatMap(([attribute, condition]) =>
      condition.kind === 'literal'
        ? [[attribute, fill(condition.value, on)]]
        : [],
    ),
  );
  return {
    literals,
    patterns: texts('pattern'),
    expressions,
    correlations,
    variables: variablesIn(
      [...Object.values(expressions), ...correlations.map(c => c.from)],
      on,
    ),
  };
}

function textOf(
  condition:
    | { readonly kind: 'pattern'; readonly pattern: string }
    | { readonly kind: 'expression'; readonly expression: string }
    | { readonly kind: 'literal' },
): string {
  switch (condition.kind) {
    case 'pattern':
      return condition.pattern;
    case 'expression':
      return condition.expression;
    default:
      return '';
  }
}

function expected(value: Json | undefined): { readonly expect?: Json } {
  return value === undefined ? {} : { expect: value };
}

/** Only what the expressions name goes with them. */
function variablesIn(
  expressions: readonly string[],
  { run, variables }: Evaluation,
): Variables {
  const visible = { ...variables, context: run.context };
  const names = expressions.flatMap(expression =>
    [...expression.matchAll(/\$(\w+)/g)].map(([, name]) => name),
  );
  if (names.includes('secrets')) {
    throw standardError(
      'configuration',
      'An event filter cannot use $secrets: what an instance waits for is kept in the database',
    );
  }
  return Object.fromEntries(
    Object.entries(visible).filter(([name]) => names.includes(name)),
  );
}
