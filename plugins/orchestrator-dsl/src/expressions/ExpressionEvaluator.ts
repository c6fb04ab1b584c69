import type { Json } from '../Json';

/**
 * Compiles jq. The port behind which the expression engine can be exchanged.
 *
 * @public
 */
export interface ExpressionEvaluator {
  /**
   * Compiles jq text; the same text and variables give the same program from a cache.
   *
   * @param text - jq without `${ }`
   * @param options - names of the variables, without `$`, that {@link Program.first} will be given
   * @throws {@link ExpressionSyntaxError} when the text is not jq
   */
  compile(
    text: string,
    options: { readonly variables: readonly string[] },
  ): Program;
}

/** Values of variables by name without `$`. @public */
export type Variables = { readonly [name: string]: Json };

/** A compiled expression. Same input, same output, always. @public */
export interface Program {
  /**
   * The first result; `null` when there is none.
   *
   * @param now - seconds since 1970 for `now` in the expression
   * @throws {@link ExpressionEvaluationError} with jq's own message
   */
  first(input: Json, variables: Variables, now?: number): Json;
  /** All results. @throws as {@link Program.first} */
  all(input: Json, variables: Variables, now?: number): readonly Json[];
}

/** The text is not jq. @public */
export class ExpressionSyntaxError extends Error {
  readonly name = 'ExpressionSyntaxError';
  readonly code = 'EXPRESSION_SYNTAX';
}

/** jq ended with an error. @public */
export class ExpressionEvaluationError extends Error {
  readonly name = 'ExpressionEvaluationError';
  readonly code = 'EXPRESSION_FAILED';
}
