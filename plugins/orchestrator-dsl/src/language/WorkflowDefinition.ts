/**
 * The parsed, normalised form of a workflow: what the interpreter runs and the pages draw.
 *
 * Follows the Serverless Workflow DSL 1.0.3 reference. Defaults are filled in, references into `use` are resolved, each
 * task carries the JSON pointer it stands at. Strings that the language evaluates stay text here: an
 * {@link Expression} is bare jq, a {@link Template} is any JSON whose strings may hold `${ … }`.
 */
import type { ProblemCode } from './ProblemCode';

/** Any JSON value. @public */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** jq text without its `${ }`. @public */
export type Expression = string;

/** JSON whose strings may be, or contain, `${ … }`. @public */
export type Template = Json;

/** An inline JSON Schema. @public */
export type JsonSchema = boolean | { readonly [key: string]: Json };

/** `input` of a workflow or task. @public */
export interface InputDefinition {
  readonly schema?: JsonSchema;
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly from?: Template;
}

/** `output` of a workflow or task. @public */
export interface OutputDefinition {
  readonly schema?: JsonSchema;
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly as?: Template;
}

/** `export` of a task: replaces `$context`. @public */
export interface ExportDefinition {
  readonly schema?: JsonSchema;
  /** Text is an {@link Expression}, an object a {@link Template}. */
  readonly as?: Template;
}

/**
 * A span of time: whole milliseconds where the definition says it outright, else the template of an ISO 8601 text.
 *
 * @public
 */
export type Duration =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'computed'; readonly template: Template };

/** Where the flow goes after a task. @public */
export type FlowDirective =
  | { readonly kind: 'continue' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'end' }
  | { readonly kind: 'task'; readonly name: string };

/** An error as `raise` and `use.errors` define it. @public */
export interface ErrorDefinition {
  readonly type: Template;
  readonly status: Template;
  readonly title?: Template;
  readonly detail?: Template;
  readonly instance?: Template;
}

/** `retry` of a `try`. Absent limits do not limit. @public */
export interface RetryPolicy {
  readonly when?: Expression;
  readonly exceptWhen?: Expression;
  readonly delay?: Duration;
  readonly backoff: 'constant' | 'linear' | 'exponential';
  readonly limit: {
    /** How many times the body is tried again; not counting the first attempt. */
    readonly retries?: number;
    /** How long one attempt may take. */
    readonly attemptDuration?: Duration;
    /** How long all attempts together may take. */
    readonly duration?: Duration;
  };
  readonly jitter?: { readonly from: Duration; readonly to: Duration };
}

/** Which errors a `catch` takes; absent members match everything. @public */
export interface ErrorFilter {
  readonly type?: Template;
  readonly status?: Template;
  readonly instance?: Template;
  readonly title?: Template;
  readonly detail?: Template;
}

/** What every task has. @public */
export interface TaskBase {
  readonly name: string;
  /** JSON pointer of the task in the definition, e.g. `/do/2/guard/try/0/dropDb`. */
  readonly pointer: string;
  readonly if?: Expression;
  readonly input?: InputDefinition;
  readonly output?: OutputDefinition;
  readonly export?: ExportDefinition;
  readonly timeout?: Duration;
  readonly then: FlowDirective;
  readonly metadata?: { readonly [key: string]: Json };
}

/** `do`: tasks one after the other. @public */
export interface DoTask extends TaskBase {
  readonly kind: 'do';
  readonly do: readonly Task[];
}

/** `set`: the output is the evaluated template; it replaces, it does not merge. @public */
export interface SetTask extends TaskBase {
  readonly kind: 'set';
  readonly set: Template;
}

/** `call: http`. @public */
export interface CallHttpTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'http';
  readonly with: {
    readonly method: Template;
    /** An RFC 6570 level 1 URI template over the task's input, or an expression. */
    readonly endpoint: Template;
    readonly headers?: Template;
    readonly query?: Template;
    readonly body?: Template;
    readonly output: 'raw' | 'content' | 'response';
    /** Whether a redirect is a result instead of an error. */
    readonly redirect: boolean;
  };
}

/** One case of a `switch`; without `when` it is the default. @public */
export interface SwitchCase {
  readonly name: string;
  readonly when?: Expression;
  readonly then: FlowDirective;
}

/** `switch`: the first case that holds decides where the flow goes. @public */
export interface SwitchTask extends TaskBase {
  readonly kind: 'switch';
  readonly switch: readonly SwitchCase[];
}

/** `for`: the body once per item; each iteration's output is the next one's input. @public */
export interface ForTask extends TaskBase {
  readonly kind: 'for';
  readonly for: {
    /** Variable name without `$`. */
    readonly each: string;
    /** jq text, or an array whose strings may hold `${ … }`. */
    readonly in: Expression | readonly Json[];
    /** Variable name without `$`. */
    readonly at: string;
  };
  readonly while?: Expression;
  readonly do: readonly Task[];
}

/** `fork`: branches side by side; the output lists theirs in order, or is the winner's when they compete. @public */
export interface ForkTask extends TaskBase {
  readonly kind: 'fork';
  readonly branches: readonly Task[];
  readonly compete: boolean;
}

/** `wait`. @public */
export interface WaitTask extends TaskBase {
  readonly kind: 'wait';
  readonly wait: Duration;
}

/** `raise`. @public */
export interface RaiseTask extends TaskBase {
  readonly kind: 'raise';
  readonly error: ErrorDefinition;
}

/** `try`. @public */
export interface TryTask extends TaskBase {
  readonly kind: 'try';
  readonly try: readonly Task[];
  readonly catch: {
    readonly errors?: ErrorFilter;
    /** Variable name of the caught error, without `$`. */
    readonly as: string;
    readonly when?: Expression;
    readonly exceptWhen?: Expression;
    readonly retry?: RetryPolicy;
    readonly do?: readonly Task[];
    readonly then?: FlowDirective;
  };
}

/** A task of any kind. @public */
export type Task =
  | DoTask
  | SetTask
  | CallHttpTask
  | SwitchTask
  | ForTask
  | ForkTask
  | WaitTask
  | RaiseTask
  | TryTask;

/** Discriminates {@link Task}. @public */
export type TaskKind = Task['kind'];

/** `document`. @public */
export interface DocumentInfo {
  readonly dsl: string;
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly summary?: string;
  readonly tags?: { readonly [key: string]: Json };
  readonly metadata?: { readonly [key: string]: Json };
}

/** A whole workflow without error problems. @public */
export interface WorkflowDefinition {
  /** `name` in the `default` namespace, `namespace.name` in any other. */
  readonly id: string;
  readonly document: DocumentInfo;
  readonly input?: InputDefinition;
  readonly output?: OutputDefinition;
  readonly timeout?: Duration;
  readonly do: readonly Task[];
  /** The document as written, for `$workflow.definition` and `$task.definition`. */
  readonly raw: Json;
}

/** A fault of a definition, at the place where its author can mend it. @public */
export interface Problem {
  /** A {@link ProblemCode}, or a code of whoever else finds faults in definitions. */
  readonly code: ProblemCode | (string & {});
  readonly severity: 'error' | 'warning';
  /** One line: what is wrong and what to do. */
  readonly message: string;
  /** JSON pointer of the faulty value; empty for the whole document. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What was probably meant. */
  readonly suggestion?: string;
}

/**
 * What parsing gives: the definition when nothing stands against running it, and every problem found.
 *
 * @public
 */
export interface ParseResult {
  /** Absent exactly when some problem is an error. */
  readonly definition?: WorkflowDefinition;
  /** What could be read of `document`, also of a broken definition. */
  readonly document: Partial<DocumentInfo>;
  readonly problems: readonly Problem[];
}
