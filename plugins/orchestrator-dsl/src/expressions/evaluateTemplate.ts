import type { Json } from '../Json';
import type { Template } from './Template';
import type { ExpressionEvaluator, Variables } from './ExpressionEvaluator';
import {
  splitTemplateText,
  wholeExpression,
  type TemplatePart,
} from './templateText';

/** What a template is evaluated with. @public */
export interface TemplateContext {
  readonly evaluator: ExpressionEvaluator;
  /** `.` of every expression. */
  readonly input: Json;
  readonly variables: Variables;
  /** Seconds since 1970 for `now`. */
  readonly now?: number;
}

/**
 * The template with every `${ … }` in its strings replaced by its first result.
 *
 * A string that is one expression becomes the result itself; in longer text results are written as they are when they
 * are strings, as JSON otherwise. Results are never evaluated again, so data cannot smuggle in expressions. Keys of
 * objects are taken as they are.
 *
 * @throws {@link ExpressionSyntaxError} an expression is not jq
 * @throws {@link ExpressionEvaluationError} an expression ended with an error
 * @public
 */
export function evaluateTemplate(
  template: Template,
  context: TemplateContext,
): Json {
  if (typeof template === 'string') return evaluateText(template, context);
  if (isArray(template)) {
    return template.map(item => evaluateTemplate(item, context));
  }
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [
      key,
      evaluateTemplate(value, context),
    ]),
  );
}

function evaluateText(text: string, context: TemplateContext): Json {
  if (!text.includes('${')) return text;
  const whole = wholeExpression(text);
  if (whole !== undefined) return firstResult(whole, context);
  return splitTemplateText(text)
    .map(part => textOf(part, context))
    .join('');
}

function textOf(part: TemplatePart, context: TemplateContext): string {
  if (part.kind === 'literal') return part.text;
  const result = firstResult(part.text, context);
  return typeof result === 'string' ? result : JSON.stringify(result);
}

function firstResult(
  expression: string,
  { evaluator, input, variables, now }: TemplateContext,
): Json {
  return evaluator
    .compile(expression, { variables: Object.keys(variables) })
    .first(input, variables, now);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
