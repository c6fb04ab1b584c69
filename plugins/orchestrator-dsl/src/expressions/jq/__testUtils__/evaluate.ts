import type { Json } from '../../../Json';
import type { Variables } from '../../ExpressionEvaluator';
import {
  createJqExpressionEvaluator,
  type JqExpressionEvaluatorOptions,
} from '../createJqExpressionEvaluator';

/** All results of the text. */
export function all(
  text: string,
  input: Json = null,
  variables: Variables = {},
  options: JqExpressionEvaluatorOptions = {},
): readonly Json[] {
  return createJqExpressionEvaluator(options)
    .compile(text, { variables: Object.keys(variables) })
    .all(input, variables);
}

/** What the text throws. */
export function failureOf(
  text: string,
  input: Json = null,
  options: JqExpressionEvaluatorOptions = {},
): unknown {
  try {
    return `no failure but ${JSON.stringify(all(text, input, {}, options))}`;
  } catch (error) {
    return error;
  }
}
