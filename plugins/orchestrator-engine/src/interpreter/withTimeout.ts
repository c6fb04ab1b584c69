import { first, perform, type Branch, type Routine } from './routine';
import type { Run } from './Run';
import { standardError } from './WorkflowError';

/**
 * Runs `body` for at most `ms`; then stops it and throws. A timer that is open since before a checkpoint runs on as it is.
 *
 * @param limit - `id` names the timer; `taskKey` is of the task that is limited, absent for the whole workflow
 * @throws {@link WorkflowError} of kind `timeout`, once the body has stopped
 */
export function* withTimeout<T>(
  run: Run,
  limit: {
    readonly id: string;
    readonly taskKey?: string;
    readonly ms: number | undefined;
  },
  body: Branch<T>,
): Routine<T> {
  const { id, ms, taskKey } = limit;
  if (ms === undefined) return yield* body();
  const timer = () =>
    perform({
      kind: 'timer',
      id: `${id}:timeout`,
      taskKey,
      purpose: 'timeout',
      until: run.now + ms,
      details: {},
    });
  const { index, value } = yield* first<unknown>([body, timer]);
  if (index === 0) return value as T;
  throw standardError('timeout', `Not finished within ${ms} ms`);
}
