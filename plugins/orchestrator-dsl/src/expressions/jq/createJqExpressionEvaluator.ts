import type { Json } from '../../Json';
import {
  ExpressionEvaluationError,
  type ExpressionEvaluator,
  type Program,
  type Variables,
} from '../ExpressionEvaluator';
import { BreakSignal, GO_ON, STOP } from './compile/Code';
import { firstResult } from './compile/compileUpdate';
import { compileProgram, type CompiledProgram } from './compileProgram';
import {
  ExpressionBudgetError,
  type ExpressionBudget,
} from './ExpressionBudgetError';
import { JqError } from './JqError';
import { LocatedEvaluationError } from './LocatedEvaluationError';
import { printable } from './printable';
import { Run, tooDeep } from './Run';
import { getOwn } from './values/objects';

/** Beyond what any honest expression over workflow data takes; a tenth of a second of work. @public */
export const DEFAULT_EXPRESSION_BUDGET: ExpressionBudget = {
  steps: 2_000_000,
  bytes: 32_000_000,
  depth: 400,
};

/** @public */
export interface JqExpressionEvaluatorOptions {
  /** Seconds since 1970 for `now`, read once in an evaluation. Without it, `now` does not compile. */
  readonly now?: () => number;
  /** Whether each evaluation is given the time: then `now` compiles without a clock of the evaluator's own. */
  readonly isGivenTime?: boolean;
  /** Takes operators in values of objects without parentheses, as workflows of version 0.8 have them. */
  readonly isLenient?: boolean;
  readonly budget?: Partial<ExpressionBudget>;
}

/** Texts come from definitions and are few; the limit is against endless validation of new ones. */
const MAX_CACHED_PROGRAMS = 10_000;

/**
 * An evaluator of jq 1.7: synchronous, deterministic, for Node and browsers.
 *
 * What an evaluation may use up is limited, so that none can block or exhaust the process.
 *
 * @public
 */
export function createJqExpressionEvaluator(
  options: JqExpressionEvaluatorOptions = {},
): ExpressionEvaluator {
  return new JqExpressionEvaluator(options);
}

class JqExpressionEvaluator implements ExpressionEvaluator {
  readonly #programs = new Map<string, Program>();
  readonly #budget: ExpressionBudget;

  constructor(private readonly options: JqExpressionEvaluatorOptions) {
    this.#budget = { ...DEFAULT_EXPRESSION_BUDGET, ...options.budget };
  }

  compile(
    text: string,
    { variables }: { readonly variables: readonly string[] },
  ): Program {
    const key = `${variables.join(' ')}|${text}`;
    const known = this.#programs.get(key);
    if (known) return known;
    const program = this.#compile(text, variables);
    if (this.#programs.size >= MAX_CACHED_PROGRAMS) this.#programs.clear();
    this.#programs.set(key, program);
    return program;
  }

  #compile(text: string, variables: readonly string[]): Program {
    const { now, isLenient = false, isGivenTime = false } = this.options;
    const compiled = compileProgram(text, {
      variables,
      isLenient,
      hasClock: isGivenTime || now !== undefined,
    });
    return new JqProgram(text, compiled, this.#budget, now);
  }
}

class JqProgram implements Program {
  constructor(
    private readonly text: string,
    private readonly compiled: CompiledProgram,
    private readonly budget: ExpressionBudget,
    private readonly now: (() => number) | undefined,
  ) {}

  first(input: Json, variables: Variables, now?: number): Json {
    const run = this.#start(variables, now);
    try {
      const { code } = this.compiled;
      const value = firstResult(code, input, undefined, run) ?? null;
      return printable(value, run);
    } catch (error) {
      throw this.#explained(error);
    }
  }

  all(input: Json, variables: Variables, now?: number): readonly Json[] {
    const run = this.#start(variables, now);
    const values: Json[] = [];
    try {
      const { code } = this.compiled;
      const signal = code.run(input, undefined, undefined, run, value => {
        run.build(24);
        values.push(printable(value, run));
        return GO_ON;
      });
      if (signal === STOP) throw new BreakSignal(run.target);
      return values;
    } catch (error) {
      throw this.#explained(error);
    }
  }

  #start(variables: Variables, now: number | undefined): Run {
    const values = this.compiled.used.map(
      name => getOwn(variables, name) ?? null,
    );
    const clock = now === undefined ? this.now : () => now;
    return new Run(values, this.budget, clock);
  }

  #explained(error: unknown): unknown {
    if (error instanceof JqError) {
      return LocatedEvaluationError.of(error, this.text);
    }
    if (isStackOverflow(error)) {
      return tooDeep(this.budget.depth, { cause: error });
    }
    if (error instanceof ExpressionBudgetError) return error;
    if (error instanceof BreakSignal) {
      return new ExpressionEvaluationError('break');
    }
    return error;
  }
}

/** Levels that cost more of the stack than others, or a caller that has used most of it. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
