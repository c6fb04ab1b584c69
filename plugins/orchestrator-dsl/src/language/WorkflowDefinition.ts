/**
 * The parsed, normalised form of a workflow: what the interpreter runs and the pages draw.
 *
 * Follows the Serverless Workflow DSL 1.0.3 reference. Defaults are filled in, references into `use` are resolved, each
 * task carries the JSON pointer it stands at. Strings that the language evaluates stay text here: an
 * {@link Expression} is bare jq, a {@link Template} is any JSON whose strings may hold `${ … }`.
 */
import type {
  Authentication,
  ExternalResource,
} from './definition/Authentication';
import type {
  CallA2aTask,
  CallFunctionTask,
  CallGrpcTask,
  CallHttpTask,
  CallMcpTask,
  CallOpenApiTask,
} from './definition/CallTasks';
import type {
  ExportDefinition,
  InputDefinition,
  OutputDefinition,
} from './definition/dataFlow';
import type {
  EventRead,
  EventStrategy,
  EventTemplate,
} from './definition/EventFilter';
import type { RunTask } from './definition/RunTask';
import type { ScheduleDefinition } from './definition/Schedule';
import type { TaskBase } from './definition/TaskBase';
import type {
  Duration,
  Expression,
  FlowDirective,
  Json,
  Template,
} from './definition/values';
import type { ProblemCode } from './ProblemCode';

export type * from './definition/Authentication';
export type * from './definition/CallTasks';
export type * from './definition/dataFlow';
export type * from './definition/EventFilter';
export type * from './definition/RunTask';
export type * from './definition/Schedule';
export type * from './definition/TaskBase';
export type * from './definition/values';

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

/** `emit`: the output is the event. @public */
export interface EmitTask extends TaskBase {
  readonly kind: 'emit';
  readonly event: EventTemplate;
}

/** What happens for each item that is received, one after the other. @public */
export interface Foreach {
  /** Variable name without `$`. */
  readonly item: string;
  /** Variable name without `$`. */
  readonly at: string;
  readonly do: readonly Task[];
  readonly output?: OutputDefinition;
  readonly export?: ExportDefinition;
}

/** `listen`: the output lists what was consumed, in the order in which it came. @public */
export interface ListenTask extends TaskBase {
  readonly kind: 'listen';
  readonly to: EventStrategy;
  readonly read: EventRead;
  readonly foreach?: Foreach;
}

/** `call: asyncapi`: sends a message, or receives some. @public */
export interface CallAsyncApiTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'asyncapi';
  readonly with: {
    readonly document: ExternalResource;
    /** AsyncAPI 2. */
    readonly channel?: Template;
    /** AsyncAPI 3. */
    readonly operation?: Template;
    readonly server?: {
      readonly name: Template;
      readonly variables?: Template;
    };
    readonly protocol?: string;
    readonly message?: {
      readonly payload?: Template;
      readonly headers?: Template;
    };
    readonly subscription?: {
      readonly filter?: Expression;
      readonly consume: {
        readonly for?: Duration;
        readonly amount?: Template;
        readonly while?: Expression;
        readonly until?: Expression;
      };
      readonly foreach?: Foreach;
    };
    readonly authentication?: Authentication;
  };
}

/** `call`, whatever is called. @public */
export type CallTask =
  | CallHttpTask
  | CallOpenApiTask
  | CallGrpcTask
  | CallAsyncApiTask
  | CallA2aTask
  | CallMcpTask
  | CallFunctionTask;

/** What runs around tasks of some kind (DSL reference, "Extension"). @public */
export interface Extension {
  readonly name: string;
  readonly extend:
    | 'call'
    | 'composite'
    | 'emit'
    | 'for'
    | 'listen'
    | 'raise'
    | 'run'
    | 'set'
    | 'switch'
    | 'try'
    | 'wait'
    | 'all';
  readonly when?: Expression;
  /** `then: exit` here skips the task and makes the output its own. */
  readonly before: readonly Task[];
  readonly after: readonly Task[];
}

/** A task of any kind. @public */
export type Task =
  | DoTask
  | SetTask
  | CallTask
  | EmitTask
  | ListenTask
  | RunTask
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
  readonly schedule?: ScheduleDefinition;
  /** `use.functions`, by name. */
  readonly functions?: ReadonlyMap<string, Task>;
  /** `use.extensions`, in order. */
  readonly extensions?: readonly Extension[];
  /** `use.secrets`: names of those that expressions may see. */
  readonly secrets?: readonly string[];
  /** In `loose` mode text is also evaluated without `${ }` where it parses as jq. Default: `strict`. */
  readonly evaluation?: 'strict' | 'loose';
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
