import { ExpressionEvaluationError } from '../ExpressionEvaluator';
import type { JqError } from './JqError';
import { place, placeText } from './language/place';
import { boundedText } from './values/boundedText';

/** jq ended with an error, at a known place of the expression. @public */
export class LocatedEvaluationError extends ExpressionEvaluationError {
  private constructor(
    /** jq's own message, without the place. */
    readonly reason: string,
    /** Counted from 1. */
    readonly line: number | undefined,
    /** Counted from 1. */
    readonly column: number | undefined,
    message: string,
  ) {
    super(message);
  }

  /** What an author raised keeps its text; to jq's own errors the place is added. @internal */
  static of(error: JqError, text: string): LocatedEvaluationError {
    const reason = reasonOf(error);
    const { offset } = error;
    if (offset === undefined) {
      return new LocatedEvaluationError(reason, undefined, undefined, reason);
    }
    const { line, column } = place(text, offset);
    const message = error.isRaisedByAuthor
      ? reason
      : `${reason} (${placeText(text, offset)})`;
    return new LocatedEvaluationError(reason, line, column, message);
  }
}

function reasonOf({ value }: JqError): string {
  if (value === '') return 'jq ended with an error without a message';
  return typeof value === 'string'
    ? value.replace(/\s*\n\s*/g, ' ')
    : boundedText(value);
}
