import type { Task } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Decision } from './decisions';
import { decisionAt, type Routine } from './routine';
import type { Run } from './Run';
import type { Scope } from './Scope';
import type { WorkflowError } from './WorkflowError';

/** A task that has failed, and with what. */
export interface Failure {
  readonly run: Run;
  readonly key: string;
  readonly task: Task;
  readonly error: WorkflowError;
  /** Which gate of this execution of the task it is, from 1. */
  readonly number: number;
}

/** The behaviour from which on a failed task waits for a decision. */
const GATES_SINCE = 2;

/** Whether an error in `scope` waits for somebody's decision: nothing in the definition may handle it, and nobody has decided. */
export function waitsAtGate(
  { behaviour }: Run,
  scope: Scope,
  { isFinal }: WorkflowError,
): boolean {
  return behaviour >= GATES_SINCE && !scope.isGuarded && !isFinal;
}

/**
 * Waits until somebody decides what becomes of a failed task; the log says that it has failed for good should the run go on
 * without one.
 *
 * @throws {@link GoingBack} the run goes on with an earlier task
 */
export function* standAtGate(failure: Failure): Routine<Decision> {
  const { run, key, task, error, number } = failure;
  let isOpen = true;
  try {
    const decision = yield* decisionAt({
      kind: 'gate',
      id: `${key}:gate${number}`,
      taskKey: key,
      pointer: task.pointer,
      error: error.details,
    });
    isOpen = false;
    return decision;
  } finally {
    if (isOpen) recordFailed(run, key, { error, isFinal: true });
  }
}

/** Says in the log that a task has failed. @param failure - `isFinal`: no enclosing `try` may handle the error */
export function recordFailed(
  run: Run,
  taskKey: string,
  failure: { readonly error: WorkflowError; readonly isFinal: boolean },
): void {
  run.host.record({
    type: 'task.failed',
    taskKey,
    time: run.now,
    data: { error: failure.error.details, final: failure.isFinal },
  });
}
