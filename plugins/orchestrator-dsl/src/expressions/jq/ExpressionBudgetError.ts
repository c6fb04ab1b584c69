import { ExpressionEvaluationError } from '../ExpressionEvaluator';

/** What an evaluation may use up before it is stopped. @public */
export interface ExpressionBudget {
  /** Operations: about one for each operator, call, item and comparison. */
  readonly steps: number;
  /** Bytes of all values built, whether still in use or not. */
  readonly bytes: number;
  /** Calls within calls, and arrays or objects within each other. */
  readonly depth: number;
}

/** Which part of the budget ran out. @public */
export type BudgetLimit = keyof ExpressionBudget;

/** The expression was stopped because it does too much; no `try` of the expression can catch it. @public */
export class ExpressionBudgetError extends ExpressionEvaluationError {
  override readonly name: 'ExpressionEvaluationError' =
    'ExpressionEvaluationError';

  constructor(
    /** What ran out. */
    readonly limit: BudgetLimit,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
