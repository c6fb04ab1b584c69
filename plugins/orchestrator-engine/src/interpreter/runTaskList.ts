import type {
  FlowDirective,
  Json,
  Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../assertNever';
import { takeCheckpoint } from './takeCheckpoint';
import type { ListPlace } from './Checkpoint';
import { GoingBack } from './decisions';
import { PlaceLostError, within, type Resumable } from './Resumable';
import { breathe, perform, type Routine } from './routine';
import type { Run } from './Run';
import { runTask } from './runTask';
import { inRound, taskKeyIn, type Scope } from './Scope';
import { standardError } from './WorkflowError';

/** How a task list ended. */
export interface ListResult {
  /** Of its last task. */
  readonly output: Json;
  /** Whether the whole workflow is to end with it. */
  readonly isEnd: boolean;
  /** Whether a task has left it by `exit`. */
  readonly isExit: boolean;
}

/**
 * Runs tasks one after the other, each on the output of the one before, and follows `then`.
 *
 * A jump back starts a new round of the list, so that the same task gets another key; so does going back by somebody's decision,
 * with the input and the `$context` that the task had then.
 * Follows DSL "Flow directives".
 *
 * @param list - how the list stands to checkpoints; by default none is made in it
 */
export function* runTaskList(
  run: Run,
  tasks: readonly Task[],
  scope: Scope,
  input: Json,
  list: Resumable<ListPlace> = {},
): Routine<ListResult> {
  const visits = new Map<string, Visit>();
  let { index, round, value } = beginningOf(tasks, input, list.from);
  let begun = list.from?.task;
  while (index < tasks.length) {
    const here = inRound(scope, round);
    const { pointer } = tasks[index];
    const place: ListPlace = { at: pointer, round, value };
    const part = within(list, begun, task => ({ ...place, task }));
    if (!begun) {
      yield* breathe();
      yield* takeCheckpoint(run, list, place);
      yield* takeTurn(run, taskKeyIn(here, pointer));
      countTask(run, pointer);
      visits.set(pointer, { index, input: value, context: run.context });
    }
    begun = undefined;
    try {
      const task = tasks[index];
      const { output, then } = yield* runTask(run, task, here, value, part);
      value = output;
      if (then.kind === 'end' || then.kind === 'exit') {
        return listResult(value, then);
      }
      const next = indexAfter(tasks, index, then);
      if (next <= index) round += 1;
      index = next;
    } catch (error) {
      const visit = error instanceof GoingBack && visits.get(error.to);
      if (!visit) throw error;
      value = error.input ?? visit.input;
      run.context = visit.context;
      index = visit.index;
      round += 1;
    }
  }
  return listResult(value, { kind: 'continue' });
}

/** @throws {@link PlaceLostError} */
function beginningOf(
  tasks: readonly Task[],
  input: Json,
  from: ListPlace | undefined,
) {
  if (!from) return { index: 0, round: 0, value: input };
  const { at, round, value } = from;
  const index = tasks.findIndex(({ pointer }) => pointer === at);
  if (index >= 0) return { index, round, value };
  throw new PlaceLostError(at, 'which this definition does not have');
}

function listResult(output: Json, { kind }: FlowDirective): ListResult {
  return { output, isEnd: kind === 'end', isExit: kind === 'exit' };
}

/** The last time that a list ran a task since the last checkpoint: what somebody may go back to. */
interface Visit {
  readonly index: number;
  readonly input: Json;
  readonly context: Json;
}

/** Tasks in a row that wait for nothing, before their entries are committed and the run hears whether it is cancelled. */
const TASKS_PER_TURN = 500;

function* takeTurn(run: Run, key: string): Routine<void> {
  run.tasksSinceSettlement += 1;
  if (run.tasksSinceSettlement <= TASKS_PER_TURN) return;
  yield* perform({
    kind: 'timer',
    id: `${key}:turn`,
    purpose: 'turn',
    until: run.now,
    details: {},
  });
}

/** @throws {@link WorkflowError} of kind `runtime` */
function countTask(run: Run, pointer: string): void {
  const { tasks } = run.limits;
  run.tasksBegun += 1;
  if (run.tasksBegun <= tasks) return;
  throw standardError(
    'runtime',
    `More than ${tasks} tasks since the last checkpoint: let the loop wait for something, take it out of extended tasks and subscriptions, in which none is made, or go on in another instance by \`run: workflow\``,
  ).at(pointer);
}

function indexAfter(
  tasks: readonly Task[],
  index: number,
  then: Exclude<FlowDirective, { kind: 'end' | 'exit' }>,
): number {
  switch (then.kind) {
    case 'continue':
      return index + 1;
    case 'task':
      return tasks.findIndex(task => task.name === then.name);
    default:
      return assertNever(then, 'flow directive');
  }
}
