import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TrialCall } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** The calls that a trial would make, or has made. */
export function presentCalls(
  calls: readonly TrialCall[],
): components['schemas']['MadeCall'][] {
  return calls.map(({ taskKey, kind, target, isMocked, input }) => ({
    task: taskKey,
    kind,
    target,
    mocked: isMocked,
    input,
  }));
}
