import type {
  ExpressionEvaluator,
  FlowDirective,
  Json,
  Task,
  Variables,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { BodyPlace, Checkpoint, StatusReason } from './Checkpoint';
import type { DurableHost, RunStart } from './DurableHost';
import type { Resumable } from './Resumable';
import type { RunLimits } from './RunLimits';
import type { Routine } from './routine';
import type { Scope } from './Scope';

/** What `$runtime` holds (DSL reference, "Runtime expression arguments"). @public */
export interface RuntimeInfo {
  readonly name: string;
  readonly version: string;
  readonly metadata: { readonly [key: string]: Json };
}

/** What every part of the interpretation of one instance shares. */
export interface Run {
  readonly definition: WorkflowDefinition;
  readonly host: DurableHost;
  readonly expressions: ExpressionEvaluator;
  readonly runtime: RuntimeInfo;
  readonly start: RunStart;
  /** What the deployment gives to the definition, by name; the definition sees what it names in `use.secrets`. */
  readonly secrets: { readonly [name: string]: Json };
  readonly limits: RunLimits;
  /** Runtime expression arguments that stay the same all the time. */
  readonly constants: Variables;
  /** What was fetched for this instance, by address. */
  readonly documents: Map<string, Json>;
  /** Runs what is particular to a task's kind; given here so that tasks can hold tasks without importing each other. */
  readonly runBody: (task: Task, taskRun: TaskRun) => Routine<BodyResult>;
  /** Goes on from a checkpoint; given here for the same reason. */
  readonly goOnFrom: (noted: Checkpoint) => Routine<Json>;
  /** Whether anything that runs has been told to end and has not yet ended. */
  readonly isUnwinding: () => boolean;
  /** The workflow's input after `input.from`: `$input` of its top level. */
  input: Json;
  /** `$context`: what tasks have exported; the last writer wins. */
  context: Json;
  /**
   * Time as the run knows it: that of the settlement being handled. It stands still while tasks compute, so a replay sees
   * the same time. Milliseconds since the epoch.
   */
  now: number;
  /** Behaviour of the interpreter that the instance was started with (R4). */
  readonly behaviour: number;
  /** Whether no further task may begin. */
  isSuspended: boolean;
  /** What the log says of the instance's status. */
  status: StatusReason;
  /** How many tasks have begun since the last checkpoint, each execution counted. */
  tasksBegun: number;
  /** How many tasks have begun since something settled. */
  tasksSinceSettlement: number;
}

/** What an expression is evaluated on. */
export interface Evaluation {
  readonly run: Run;
  /** `.` */
  readonly input: Json;
  readonly variables: Variables;
}

/** One execution of one task. */
export interface TaskRun {
  readonly run: Run;
  readonly key: string;
  readonly scope: Scope;
  /** After `input.from`. */
  readonly input: Json;
  /** What expressions of this task see. */
  readonly on: Evaluation;
  /** How its body stands to checkpoints. */
  readonly body: Resumable<BodyPlace>;
}

/** What the body of a task gives: its raw output and, where the kind decides it, where the flow goes. */
export interface BodyResult {
  readonly output: Json;
  readonly then?: FlowDirective;
  /** `$authorization`, of a call that authenticates itself. */
  readonly authorization?: Json;
}
