import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { Task, TaskBase } from '../WorkflowDefinition';

/**
 * Reads what makes a task one of its kind.
 *
 * @returns `undefined` when that cannot be told, which has been reported
 * @internal
 */
export type TaskParser<T extends Task | undefined = Task | undefined> = (
  task: ObjectReader,
  base: TaskBase,
  scope: ParseScope,
) => T;
