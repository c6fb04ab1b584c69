import { ExpressionSyntaxError } from '../../ExpressionEvaluator';
import { place, placeText } from './place';

/** The text is not jq, at a known place. @public */
export class LocatedSyntaxError extends ExpressionSyntaxError {
  constructor(
    /** What is wrong, without the place. */
    readonly reason: string,
    /** Counted from 1. */
    readonly line: number,
    /** Counted from 1. */
    readonly column: number,
    text: string,
  ) {
    super(text);
  }
}

/** @internal */
export function syntaxError(
  text: string,
  at: number,
  reason: string,
): LocatedSyntaxError {
  const { line, column } = place(text, at);
  const message = `${reason} (${placeText(text, at)})`;
  return new LocatedSyntaxError(reason, line, column, message);
}
