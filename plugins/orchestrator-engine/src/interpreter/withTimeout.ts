import { first, perform, type Branch, type Routine } from './routine';
import type { Run } from './Run';
import { standardError } from './WorkflowError';

/**
 * Runs `body` for at most `ms`; then stops it and throws.
 *
 * @param taskKey - of what is limited; also names the timer
 * @throws {@link WorkflowError} of kind `timeout`, once the body has stopped
 */
export function* withTimeout<T>(
  run: Run,
  limit: { readonly taskKey: string; readonly ms: number | undefined },
  body: Branch<T>,
): Routine<T> {
  const { ms, taskKey } = limit;
  if (ms === undefined) return yield* body();
  const timer = () =>
    perform({
      kind: 'timer',
      id: `${taskKey}:timeout`,
      taskKey,
      purpose: 'timeout',
      until: run.now + ms,
      details: {},
    });
  const { index, value } = yield* first<unknown>([body, timer]);
  if (index === 0) return value as T;
  throw standardError('timeout', `Not finished within ${ms} ms`);
}
