import jqWeb from 'jq-web';
import type { Json } from '../language/WorkflowDefinition';
import {
  ExpressionEvaluationError,
  ExpressionSyntaxError,
  type ExpressionEvaluator,
  type Program,
  type Variables,
} from './ExpressionEvaluator';
import { compileSimplePath } from './simplePath';

/** jq crashed earlier, through no fault of this expression: the process must be restarted. @public */
export class ExpressionEngineCrashedError extends Error {
  readonly name = 'ExpressionEngineCrashedError';
  readonly code = 'EXPRESSION_ENGINE_CRASHED';
}

type Jq = Awaited<typeof jqWeb>;

/** jq's exit code for a program that does not compile. */
const COMPILE_ERROR = 3;

/** jq's memory is small: deeper brackets than this crash its parser. */
const MAX_BRACKET_DEPTH = 200;

/** Texts come from definitions and are few; the limit is against endless validation of new ones. */
const MAX_CACHED_PROGRAMS = 10_000;

/**
 * What jq offers but a repeatable evaluation must not have: the clock, further inputs, the console, the environment.
 * On one line, so that jq's line numbers stay those of the expression.
 */
const PRELUDE = [
  'def now: error("now is not available: it would differ on a replay; use $workflow.startedAt or $task.startedAt");',
  'def input: error("input is not available: there is one input only");',
  'def inputs: input;',
  'def debug: .;',
  'def debug(message): .;',
  'def stderr: .;',
  'def env: {};',
].join(' ');

class JqWebExpressionEvaluator implements ExpressionEvaluator {
  readonly #jq: Jq;
  readonly #programs = new Map<string, Program>();
  #crash: unknown;

  constructor(jq: Jq) {
    this.#jq = jq;
  }

  compile(
    text: string,
    { variables }: { readonly variables: readonly string[] },
  ): Program {
    const key = JSON.stringify([text, variables]);
    const known = this.#programs.get(key);
    if (known) return known;
    const program =
      compileSimplePath(text, variables) ?? this.#compile(text, variables);
    if (this.#programs.size >= MAX_CACHED_PROGRAMS) this.#programs.clear();
    this.#programs.set(key, program);
    return program;
  }

  #compile(text: string, variables: readonly string[]): Program {
    const used = variables.filter(name => text.includes(`$${name}`));
    this.#requireCompiling(text, used);
    const first = bind(`first(${text}\n)`, used);
    const all = bind(text, used);
    return {
      first: (input, values) =>
        this.#run(first, input, pick(values, used))[0] ?? null,
      all: (input, values) => this.#run(all, input, pick(values, used)),
    };
  }

  /** jq compiles before it reads: without data nothing is evaluated. */
  #requireCompiling(text: string, variables: readonly string[]): void {
    requireShallowBrackets(text);
    try {
      this.#call(`empty | ${bind(text, variables)}`, '[null,{}]');
    } catch (error) {
      if (isJqError(error)) {
        throw new ExpressionSyntaxError(compileMessage(error.stderr, text));
      }
      throw error instanceof ExpressionEvaluationError
        ? new ExpressionSyntaxError(error.message, { cause: error })
        : error;
    }
  }

  #run(program: string, input: Json, values: Variables): readonly Json[] {
    try {
      return this.#call(program, toJsonText([input, values]));
    } catch (error) {
      if (!isJqError(error)) throw error;
      throw error.exitCode === COMPILE_ERROR
        ? new ExpressionSyntaxError(firstLine(error.stderr))
        : new ExpressionEvaluationError(evaluationMessage(error.stderr));
    }
  }

  /**
   * jq reads the program from a file, because its arguments must fit into a small stack, and the data from another.
   *
   * @param data - JSON text of the input and the variables
   */
  #call(program: string, data: string): readonly Json[] {
    if (this.#crash) {
      throw new ExpressionEngineCrashedError(
        'jq crashed on an earlier expression; restart the process',
        { cause: this.#crash },
      );
    }
    try {
      const output = this.#jq.raw(
        program,
        ['inputString'],
        ['-n', '-c', '-f', '--argjson', '__data__', data],
      );
      return parseLines(output);
    } catch (error) {
      if (isJqError(error)) throw error;
      this.#crash = error;
      throw new ExpressionEvaluationError(
        `jq crashed, probably out of memory: ${error}`,
        { cause: error },
      );
    }
  }
}

/**
 * An evaluator on jq-web, which is jq compiled to WebAssembly. For Node only; importing it already loads the module.
 *
 * Each call costs one to three milliseconds, except for simple paths. An expression that never ends blocks the process,
 * and one that exhausts jq's memory makes every later evaluation throw an {@link ExpressionEngineCrashedError}.
 *
 * @public
 */
export async function createJqWebExpressionEvaluator(): Promise<ExpressionEvaluator> {
  return new JqWebExpressionEvaluator(await jqWeb);
}

/** The program with its input and its variables taken from `$__data__`. */
function bind(text: string, variables: readonly string[]): string {
  const pattern = variables.map(name => `$${name}`).join(', ');
  const declaration = pattern ? `$__data__[0][1] as {${pattern}} | ` : '';
  return `${PRELUDE} ${declaration}$__data__[0][0] | ${text}`;
}

/** Unused variables would only cost time: `$workflow` holds a whole definition. */
function pick(values: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(names.map(name => [name, values[name] ?? null]));
}

function requireShallowBrackets(text: string): void {
  let depth = 0;
  for (const char of text) {
    if ('([{'.includes(char)) depth += 1;
    if (')]}'.includes(char)) depth -= 1;
    if (depth > MAX_BRACKET_DEPTH) {
      throw new ExpressionSyntaxError(
        `brackets are nested more than ${MAX_BRACKET_DEPTH} deep`,
      );
    }
  }
}

interface JqError extends Error {
  readonly exitCode: number;
  readonly stderr: string;
}

function isJqError(error: unknown): error is JqError {
  return error instanceof Error && 'exitCode' in error && 'stderr' in error;
}

/** JSON text in which halves of surrogate pairs, which jq refuses, are replaced as decoders do. */
function toJsonText(value: Json): string {
  return JSON.stringify(value).replace(
    /\\(?:u(d[89a-f][0-9a-f]{2})|.)/g,
    (escape, surrogate) => (surrogate ? '\\ufffd' : escape),
  );
}

function parseLines(output: string | undefined): readonly Json[] {
  const lines = output?.split('\n').filter(line => line !== '') ?? [];
  return lines.map((line): Json => JSON.parse(line));
}

/** `jq: error: syntax error, unexpected … at <top-level>, line 1:` without what only the command line needs. */
function compileMessage(stderr: string, text: string): string {
  const line =
    /^jq: error: (.*?)(?: \(Unix shell quoting issues\?\))?(?: at <top-level>, line (\d+):)?$/.exec(
      firstLine(stderr),
    );
  if (!line) return firstLine(stderr);
  const [, message, number] = line;
  return text.includes('\n') && number
    ? `${message} (line ${number} of the expression)`
    : message;
}

/** `jq: error (at <unknown>): message`, also `… (not a string): {"a":1}`; `error("a\nb")` has further lines. */
function evaluationMessage(stderr: string): string {
  if (stderr.includes('Exceeds depth limit')) {
    return 'the data is nested too deeply for jq, which allows about 250 levels';
  }
  const message = stderr
    .replace(/^jq: error \(at [^)]*\)(?: \(not a string\))?: ?/, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return message || 'jq ended with an error without a message';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0];
}
