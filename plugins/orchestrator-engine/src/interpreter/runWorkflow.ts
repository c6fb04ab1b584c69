import type {
  ExpressionEvaluator,
  Json,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { requireValid } from './dataFlow';
import type { Resumable } from './Resumable';
import { Driver } from './Driver';
import type { DurableHost, RunStart, Settled } from './DurableHost';
import { millisecondsOf } from './durations';
import { transform } from './expressions';
import type { Checkpoint, ListPlace } from './Checkpoint';
import { restore } from './takeCheckpoint';
import type { Routine } from './routine';
import type { Run, RuntimeInfo } from './Run';
import { DEFAULT_RUN_LIMITS, type RunLimits } from './RunLimits';
import { constantVariables, workflowVariables } from './runTask';
import { runTaskList } from './runTaskList';
import { rootScope } from './Scope';
import { StatusRecorder } from './StatusRecorder';
import { runBody } from './tasks/runBody';
import { withTimeout } from './withTimeout';
import { WorkflowError } from './WorkflowError';

/**
 * The behaviour of this interpreter as instances record it. Raised whenever the same log could lead to other decisions.
 *
 * @public
 */
export const BEHAVIOUR_VERSION = 4;

/** What a run needs besides its host. @public */
export interface RunWorkflowOptions {
  readonly definition: WorkflowDefinition;
  readonly start: RunStart;
  readonly host: DurableHost;
  readonly expressions: ExpressionEvaluator;
  readonly runtime: RuntimeInfo;
  /** Values by name; a definition sees those that it names in `use.secrets`. */
  readonly secrets?: { readonly [name: string]: Json };
  readonly limits?: Partial<RunLimits>;
  /** Where to go on; absent when it begins. */
  readonly from?: Checkpoint;
}

/**
 * Runs, or replays and goes on with, one instance to its end. The end is in the log when this resolves; the caller commits.
 *
 * @throws whatever is not a {@link WorkflowError}: a fault of the engine, or a log that does not fit the definition
 * @public
 */
export async function runWorkflow(options: RunWorkflowOptions): Promise<void> {
  const { definition, host, expressions, runtime, start, from } = options;
  const { secrets = {}, limits } = options;
  const run: Run = {
    definition,
    host,
    expressions,
    runtime,
    start,
    secrets,
    limits: { ...DEFAULT_RUN_LIMITS, ...limits },
    constants: constantVariables({ definition, start, runtime, secrets }),
    documents: new Map(),
    runBody,
    goOnFrom: noted => goOnFrom(run, noted),
    isUnwinding: () => driver.isUnwinding,
    input: start.input,
    context: {},
    now: start.startedAt,
    behaviour: start.behaviour ?? BEHAVIOUR_VERSION,
    isSuspended: false,
    status: { status: 'pending' },
    tasksBegun: 0,
    tasksSinceSettlement: 0,
  };
  const status = new StatusRecorder(run);
  const driver: Driver = new Driver(host, {
    onSettled: settled => {
      run.now = settled.time;
      run.tasksSinceSettlement = 0;
      run.isSuspended = isSuspendedBy(settled, run);
      status.onSettled(settled);
    },
    onWaiting: effects => status.onWaiting(effects),
  });
  if (!from) status.running();
  const end = await driver.drive(() =>
    from ? goOnFrom(run, from) : runDefinition(run),
  );
  if (end.kind === 'returned') status.completed(end.value);
  else if (end.kind === 'cancelled') status.cancelled(end);
  else if (end.error instanceof WorkflowError) status.failed(end.error);
  else throw end.error;
}

/** Whether a run is suspended after the settlement. */
function isSuspendedBy({ kind }: Settled, { isSuspended }: Run): boolean {
  return kind === 'suspend' || (isSuspended && kind !== 'resume');
}

/** The workflow's own data flow (DSL, "Data flow"): input schema → `input.from` → tasks → `output.as` → output schema. */
function* runDefinition(run: Run): Routine<Json> {
  return yield* runTasks(run, yield* begin(run));
}

function goOnFrom(run: Run, noted: Checkpoint): Routine<Json> {
  restore(run, noted);
  return runTasks(run, noted.place.limitMs, noted.place.list);
}

/** @returns within how many milliseconds it must end */
function* begin(run: Run): Routine<number | undefined> {
  const { definition, start } = run;
  yield* requireValid(definition.input, onWorkflow(run, start.input), 'input');
  if (definition.input?.from !== undefined) {
    run.input = transform(definition.input.from, onWorkflow(run, start.input));
  }
  return (
    definition.timeout &&
    millisecondsOf(definition.timeout, onWorkflow(run, run.input))
  );
}

function* runTasks(
  run: Run,
  limitMs: number | undefined,
  from?: ListPlace,
): Routine<Json> {
  const { definition } = run;
  const list: Resumable<ListPlace> = {
    from,
    whole: place => ({ limitMs, list: place }),
  };
  const limit = { id: 'workflow', ms: limitMs };
  const { output } = yield* withTimeout(run, limit, () =>
    runTaskList(run, definition.do, rootScope, run.input, list),
  );
  const result =
    definition.output?.as === undefined
      ? output
      : transform(definition.output.as, onWorkflow(run, output));
  yield* requireValid(definition.output, onWorkflow(run, result), 'output');
  return result;
}

function onWorkflow(run: Run, input: Json) {
  return { run, input, variables: workflowVariables(run) };
}
