import type { Json } from '../../Json';
import type { Code, Env } from './compile/Code';
import type { Path } from './paths/Path';
import {
  ExpressionBudgetError,
  type ExpressionBudget,
} from './ExpressionBudgetError';

/**
 * One evaluation: what it may still use up, and what all of its code shares.
 *
 * Every operation pays before it works, so that nothing can be built or computed beyond the budget.
 *
 * @internal
 */
export class Run {
  /** Steps left; code that runs most often subtracts from it without a call. */
  steps: number;
  /** Calls under way within each other. */
  depth = 0;
  /** Where {@link STOP} leads; see `label`. */
  target: Env | undefined;
  /** Whether a number may have left what JSON can express; see `printable`. */
  hasLeftJson = false;
  /** The call that {@link TAIL} asks for. */
  tail: TailCall | undefined;
  #bytes: number;

  constructor(
    /** Values of the variables that the program uses, in its order. */
    readonly variables: readonly Json[],
    readonly budget: ExpressionBudget,
    private readonly clock: (() => number) | undefined,
  ) {
    this.steps = budget.steps;
    this.#bytes = budget.bytes;
  }

  get bytesBuilt(): number {
    return this.budget.bytes - this.#bytes;
  }

  /** Pays for `count` operations. */
  step(count: number): void {
    this.steps -= count;
    if (this.steps < 0) this.outOfSteps();
  }

  /** Pays for a value that takes `bytes`. */
  build(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#bytes < 0) {
      throw new ExpressionBudgetError(
        'bytes',
        `the expression builds more than ${this.budget.bytes} bytes of values; make it work on less data`,
      );
    }
  }

  outOfSteps(): never {
    throw new ExpressionBudgetError(
      'steps',
      `the expression takes more than ${this.budget.steps} steps; it may never end`,
    );
  }

  /** Enters a call or a nested value; leave by `depth -= 1`. */
  enter(): void {
    this.depth += 1;
    if (this.depth > this.budget.depth) throw tooDeep(this.budget.depth);
  }

  /** Whether this evaluation asks for the first time: what has to be prepared is paid for once. */
  isFirstUse(key: string): boolean {
    this.#used ??= new Set();
    const { size } = this.#used;
    return this.#used.add(key).size > size;
  }
  #used: Set<string> | undefined;

  /** The injected time in seconds, the same throughout the evaluation. */
  now(): number {
    this.#now ??= this.clock?.() ?? NaN;
    return this.#now;
  }
  #now: number | undefined;
}

/** The error for calls or values that are nested beyond `limit`. @internal */
export function tooDeep(limit: number, options?: ErrorOptions) {
  return new ExpressionBudgetError(
    'depth',
    `the expression calls itself, or nests values, more than ${limit} levels deep`,
    options,
  );
}

/** A call in tail position, to be made by the caller of the function that asks for it. @internal */
export interface TailCall {
  readonly body: Code;
  readonly input: Json;
  readonly path: Path | undefined;
  readonly env: Env | undefined;
}
