import type {
  components,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { isTerminal } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Progress } from '../../service/instances/InstanceService';
import { presentBlockers } from './presentBlockers';

type Schemas = components['schemas'];
type Milestone = Schemas['Milestone'];

/** How far an instance is, and when it will probably end. */
export function presentProgress(
  progress: Progress,
): Schemas['InstanceProgress'] {
  const { details, now } = progress;
  const { instance, state } = details;
  const milestones = progress.stages.map(stage =>
    milestoneOf(stage, state.tasks, progress),
  );
  const { startedAt, endedAt } = instance;
  return {
    instanceId: instance.id,
    status: instance.status,
    completed: milestones.filter(isDone).length,
    total: milestones.length,
    elapsedMs:
      startedAt === undefined
        ? undefined
        : Math.max((endedAt ?? now) - startedAt, 0),
    ...(!isTerminal(instance.status) && estimate(milestones, progress)),
    milestones,
    blockers: presentBlockers(state),
  };
}

function milestoneOf(
  { ref, name }: { readonly ref: string; readonly name: string },
  tasks: readonly TaskState[],
  { earlier }: Progress,
): Milestone {
  const run = tasks.findLast(task => task.ref === ref);
  return {
    ref,
    name,
    status: run?.status ?? 'pending',
    startedAt: run?.startedAt,
    endedAt: run?.endedAt,
    usualMs: median(earlier.get(ref) ?? []),
  };
}

function isDone({ status }: Milestone): boolean {
  return status === 'completed' || status === 'skipped';
}

/** Now, and what the stages that are not done usually take; of one that has begun, what is left of it. */
function estimate(
  milestones: readonly Milestone[],
  { earlier, now }: Progress,
): Pick<Schemas['InstanceProgress'], 'estimatedCompletion' | 'estimatedFrom'> {
  const estimatedFrom = Math.max(
    0,
    ...[...earlier.values()].map(({ length }) => length),
  );
  if (estimatedFrom === 0) return {};
  const leftMs = milestones
    .filter(one => !isDone(one))
    .reduce((sum, one) => sum + remainingMs(one, now), 0);
  return {
    estimatedCompletion: new Date(now + leftMs).toISOString(),
    estimatedFrom,
  };
}

function remainingMs(
  { usualMs = 0, startedAt }: Milestone,
  now: number,
): number {
  const elapsedMs = startedAt === undefined ? 0 : now - Date.parse(startedAt);
  return Math.max(usualMs - elapsedMs, 0);
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
