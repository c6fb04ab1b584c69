import {
  evaluateTemplate,
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type Expression,
  type Json,
  type Template,
  type Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isList, isObject } from './json';
import type { Evaluation } from './Run';
import { requireSecrets } from './secrets';
import { standardError } from './WorkflowError';

/**
 * The value of bare jq.
 *
 * @throws {@link WorkflowError} of kind `expression`, with the expression and jq's message
 */
export function evaluate(expression: Expression, on: Evaluation): Json {
  const variables = visibleTo(on);
  requireSecrets(expression, on.run);
  return reportingExpression(expression, () =>
    on.run.expressions
      .compile(expression, { variables: Object.keys(variables) })
      .first(on.input, variables, nowOf(on)),
  );
}

/** Whether bare jq gives neither `false` nor `null`. @throws as {@link evaluate} */
export function holds(expression: Expression, on: Evaluation): boolean {
  const value = evaluate(expression, on);
  return value !== null && value !== false;
}

/**
 * The template with every `${ … }` in it evaluated; in `loose` mode also text without it that is jq.
 *
 * @throws as {@link evaluate}
 */
export function fill(template: Template, on: Evaluation): Json {
  const { run } = on;
  requireSecrets(template, run);
  const isLoose = run.definition.evaluation === 'loose';
  return reportingExpression(undefined, () =>
    evaluateTemplate(isLoose ? loosened(template, on) : template, {
      evaluator: on.run.expressions,
      input: on.input,
      variables: visibleTo(on),
      now: nowOf(on),
    }),
  );
}

/** Seconds since 1970 for jq's `now`: the run's own time, which a replay repeats. */
function nowOf({ run }: Evaluation): number {
  return run.now / 1000;
}

/** Tasks inside a composite may have exported since it began: `$context` is always the present one. */
function visibleTo({ run, variables }: Evaluation): Variables {
  return { ...variables, context: run.context };
}

/** The value of `from`, `as` and `for.in`: text is jq, anything else a template. @throws as {@link evaluate} */
export function transform(filter: Template, on: Evaluation): Json {
  return typeof filter === 'string' ? evaluate(filter, on) : fill(filter, on);
}

/** The template with `${ }` around text that is jq without it (DSL reference, "Evaluate"). */
function loosened(template: Template, on: Evaluation): Template {
  if (typeof template === 'string') {
    return isBareJq(template, on) ? `\${ ${template}\n}` : template;
  }
  if (isList(template)) return template.map(item => loosened(item, on));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [
      name,
      loosened(value, on),
    ]),
  );
}

function isBareJq(text: string, on: Evaluation): boolean {
  if (text.trim() === '' || text.includes('${')) return false;
  try {
    const variables = Object.keys(visibleTo(on));
    on.run.expressions.compile(text, { variables });
    return true;
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return false;
    throw error;
  }
}

function reportingExpression<T>(
  expression: string | undefined,
  evaluation: () => T,
): T {
  try {
    return evaluation();
  } catch (error) {
    if (
      error instanceof ExpressionEvaluationError ||
      error instanceof ExpressionSyntaxError
    ) {
      const where = expression === undefined ? '' : ` in \${ ${expression} }`;
      throw standardError('expression', `${error.message}${where}`);
    }
    throw error;
  }
}
