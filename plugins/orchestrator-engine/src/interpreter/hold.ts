import { untilResumed, type Routine } from './routine';
import type { Run } from './Run';

/** Waits before a task while its instance is suspended; the log says so. */
export function* hold(run: Run, taskKey: string): Routine<void> {
  if (!run.isSuspended) return;
  const record = (type: 'task.held' | 'task.cancelled') =>
    run.host.record({ type, taskKey, time: run.now, data: {} });
  record('task.held');
  let isHeld = true;
  try {
    yield* untilResumed();
    isHeld = false;
  } finally {
    if (isHeld) record('task.cancelled');
  }
}
