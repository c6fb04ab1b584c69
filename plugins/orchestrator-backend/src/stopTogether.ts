import type {
  Clock,
  EngineLogger,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

/** What can be stopped, by what the log is to call it. */
export type Stoppable = Readonly<Record<string, () => Promise<void>>>;

/** How to stop. */
export interface Stopping {
  /** How long all may take. Milliseconds. */
  readonly graceMs: number;
  readonly clock: Clock;
  readonly logger: Pick<EngineLogger, 'warn'>;
}

/**
 * Stops the runtime and what goes on beside it, all at once: nothing keeps the worker from giving up at once what others could take.
 *
 * What cannot be stopped, or has not stopped in time, is logged and left; whatever it was doing, the next process does again.
 */
export async function stopTogether(
  runtime: Pick<WorkflowRuntime, 'stop'>,
  others: Stoppable,
  stopping: Stopping,
): Promise<void> {
  const { graceMs } = stopping;
  await Promise.all([
    runtime.stop({ graceMs }),
    ...Object.entries(others).map(([name, stop]) =>
      stopInTime(name, stop, stopping),
    ),
  ]);
}

async function stopInTime(
  name: string,
  stop: () => Promise<void>,
  { graceMs, clock, logger }: Stopping,
): Promise<void> {
  let cancel = () => {};
  const late = new Promise<'late'>(resolve => {
    cancel = clock.schedule(() => resolve('late'), graceMs);
  });
  try {
    if ((await Promise.race([stop(), late])) !== 'late') return;
    logger.warn(`${name} did not stop within ${graceMs} ms; going on without`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn(`${name} could not be stopped: ${reason}`);
  } finally {
    cancel();
  }
}
