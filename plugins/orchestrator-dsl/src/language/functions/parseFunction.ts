import type { ExpressionEvaluator } from '../../expressions/ExpressionEvaluator';
import type { Capabilities } from '../Capabilities';
import { parseTask } from '../parseTask';
import {
  RUNTIME_ARGUMENTS,
  withVariables,
  type ParseScope,
} from '../ParseScope';
import { rootScope } from '../rootScope';
import { ProblemLog } from '../source/ProblemLog';
import { readSource } from '../source/readSource';
import { START } from '../source/SourceTreeBuilder';
import type { Json, Problem, Task } from '../WorkflowDefinition';

/** How to parse a function. @public */
export interface ParseFunctionOptions {
  /** Name of the task that the function is. */
  readonly name: string;
  /** JSON pointer at which the function is said to stand; its tasks stand below. */
  readonly pointer: string;
  /** Compiles every expression to find its faults; without one only `${` and `}` are matched. */
  readonly expressions?: ExpressionEvaluator;
  /** What the function may need; without it everything is allowed. */
  readonly capabilities?: Capabilities;
}

/** What parsing a function gives. @public */
export interface FunctionParseResult {
  /** Absent exactly when some problem is an error. */
  readonly task?: Task;
  readonly problems: readonly Problem[];
}

/**
 * Parses a function that is not part of a definition: one task (DSL, "Creating a Custom Function"). It can refer to nothing of
 * the definition that calls it.
 *
 * @param source - YAML or JSON text, or what was read of it
 * @public
 */
export function parseFunction(
  source: Json,
  options: ParseFunctionOptions,
): FunctionParseResult {
  const log = new ProblemLog();
  const text =
    typeof source === 'string' ? source : JSON.stringify(source, null, 1);
  const { root, isWhole } = readSource(text, log, options.pointer);
  if (!root && log.errorCount === 0) {
    const message = 'the text holds no function; it needs a task';
    log.add(START, { code: 'MISSING_PROPERTY', message });
  }
  const task =
    root && isWhole
      ? parseTask({ name: options.name, value: root }, scopeOf(log, options))
      : undefined;
  return {
    task: log.errorCount === 0 ? task : undefined,
    problems: log.sorted(),
  };
}

/** A function is a task from the beginning. */
function scopeOf(log: ProblemLog, options: ParseFunctionOptions): ParseScope {
  return withVariables(rootScope(log, options), RUNTIME_ARGUMENTS.task);
}
