/** What somebody decides of a run from outside, and how that reaches the tasks that it is about. */
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { TaskAction } from '../TaskAction';
import type { Effect, GateEffect } from './effects';

/** How a task ends by somebody's decision. */
export type DecidedEnd = Exclude<TaskAction, { kind: 'retry' }>;

/** What becomes of a task that stands at a gate. */
export type Decision =
  | DecidedEnd
  /** It runs again; `input` is given instead of the one that it had. */
  | { readonly kind: 'retry'; readonly input?: Json };

/**
 * Thrown at a gate, through all tasks between it and the list that goes back to its task at the pointer `to`. Not a
 * `WorkflowError`, so that no `try` catches it.
 */
export class GoingBack extends Error {
  readonly name = 'GoingBack';

  /** @param input - given to that task instead of the input that it had */
  constructor(readonly to: string, readonly input: Json | undefined) {
    super(`The task at ${to} has not yet run in a list around the failed task`);
  }
}

/** Thrown where a task waits, once somebody has decided how it ends. Not a `WorkflowError`, so that no `try` catches it. */
export class TaskDecided extends Error {
  readonly name = 'TaskDecided';

  constructor(readonly taskKey: string, readonly end: DecidedEnd) {
    super(`It is decided how ${taskKey} ends`);
  }
}

/**
 * The gates that are decided when a run goes on with the task at `from`: that task's own, else those of all tasks inside the list
 * in which it stands. Without `from`, all.
 */
export function gatesDecided(
  gates: readonly GateEffect[],
  from: string | undefined,
): readonly GateEffect[] {
  if (from === undefined) return gates;
  const own = gates.filter(({ pointer }) => pointer === from);
  if (own.length > 0) return own;
  const list = from.split('/').slice(0, -2).join('/');
  return gates.filter(({ pointer }) => pointer.startsWith(`${list}/`));
}

/** Whether an act on the effect's task decides what becomes of it: what guards a task, or paces the run, is not what it waits for. */
export function isDecidable(effect: Effect): boolean {
  return (
    effect.kind !== 'timer' ||
    effect.purpose === 'wait' ||
    effect.purpose === 'backoff'
  );
}
