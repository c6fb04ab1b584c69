import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  CountedJob,
  JobItem,
  JobOutcome,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

type Outcome = components['schemas']['JobOutcome'];

/** The outcomes of items that stand for one of the API's. */
const withoutOutcome: readonly JobOutcome[] = ['pending', 'begun', 'asked'];

/** A job and its figures. */
export function presentJob(job: CountedJob): components['schemas']['Job'] {
  const { id, action, actor, status, total } = job;
  const { pending, succeeded, skipped, failed } = job;
  return {
    id,
    action,
    reason: actor.reason,
    status,
    total,
    pending,
    succeeded,
    skipped,
    failed,
    createdAt: new Date(job.createdAt).toISOString(),
    createdBy: actor.ref,
    endedAt:
      job.endedAt === undefined
        ? undefined
        : new Date(job.endedAt).toISOString(),
  };
}

/** What has become of one instance. */
export function presentJobItem({
  instanceId,
  outcome,
  code,
  message,
}: JobItem): components['schemas']['JobItem'] {
  return {
    instanceId,
    outcome: isOutcome(outcome) ? outcome : 'pending',
    code: code as components['schemas']['ErrorCode'] | undefined,
    message,
  };
}

/** The outcomes of items that an outcome of the API stands for. */
export function jobOutcomesOf(outcome: Outcome): readonly JobOutcome[] {
  return outcome === 'pending' ? withoutOutcome : [outcome];
}

function isOutcome(outcome: JobOutcome): outcome is Outcome & JobOutcome {
  return !withoutOutcome.includes(outcome);
}
