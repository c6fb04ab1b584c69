import type { Json } from '../../Json';

/** The place of code that is not in the expression. @internal */
export const NOWHERE = -1;

/**
 * An error raised inside an expression, which `try … catch` receives as a value.
 *
 * Not a JavaScript `Error`: expressions raise them in loops, and collecting a stack each time would be the main cost.
 *
 * @internal
 */
export class JqError {
  /** Index in the expression's text of what failed; set where that is known, first come. */
  offset: number | undefined;

  constructor(
    readonly value: Json,
    /** The author's own `error(…)`, whose text gets nothing added. */
    readonly isRaisedByAuthor = false,
  ) {}

  /** The error with its place in the text, unless something further inside has named one. */
  at(offset: number): this {
    if (offset !== NOWHERE) this.offset ??= offset;
    return this;
  }
}

/** Adds the place in the text to an error of jq; gives any other as it is. @internal */
export function locate(error: unknown, offset: number): unknown {
  return error instanceof JqError ? error.at(offset) : error;
}
