import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
  RiLoader4Line,
  RiPauseCircleLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import type {
  Job,
  JobOutcome,
  JobStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { bulkActions, runsText } from '../../components/instances/bulkActions';
import type { StatusPresentation } from '../../components/status/statusPresentation';

/** How the state of a job looks. */
export const jobLooks: Readonly<Record<JobStatus, StatusPresentation>> = {
  running: { label: 'Running', Icon: RiLoader4Line, tone: 'info' },
  paused: { label: 'Paused', Icon: RiPauseCircleLine, tone: 'warning' },
  completed: {
    label: 'Completed',
    Icon: RiCheckboxCircleFill,
    tone: 'success',
  },
  cancelled: { label: 'Cancelled', Icon: RiForbid2Line, tone: 'neutral' },
};

/** How what became of an instance looks. */
export const outcomeLooks: Readonly<Record<JobOutcome, StatusPresentation>> = {
  pending: { label: 'To do', Icon: RiCheckboxBlankCircleLine, tone: 'neutral' },
  succeeded: { label: 'Done', Icon: RiCheckboxCircleFill, tone: 'success' },
  skipped: { label: 'Skipped', Icon: RiSkipForwardLine, tone: 'neutral' },
  failed: { label: 'Failed', Icon: RiCloseCircleFill, tone: 'danger' },
};

/** What becomes of instances, in the order in which one looks for it. */
export const outcomes = ['failed', 'skipped', 'succeeded', 'pending'] as const;

/** What a job does: `Retry 41 runs`. */
export function jobTitle({ action, total }: Job): string {
  return `${bulkActions[action].verb} ${runsText(total)}`;
}

/** How far a job has come: `38 done, 3 skipped`. */
export function jobCounts(job: Job): string {
  const counted = [
    [job.succeeded, 'done'],
    [job.skipped, 'skipped'],
    [job.failed, 'failed'],
    [job.pending, 'to do'],
  ] as const;
  return counted
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}

/** Whether nothing more is asked of instances. */
export function hasJobEnded({ status }: Job): boolean {
  return status === 'completed' || status === 'cancelled';
}
