import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  Occurrence,
  Schedule,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { humanDuration } from './humanDuration';

type Trigger = components['schemas']['Trigger'];
type OccurrenceDTO = components['schemas']['Occurrence'];

/** What starts a workflow by itself. */
export function presentTrigger(schedule: Schedule): Trigger {
  const { id, workflowId, kind, nextAt, lastAt } = schedule;
  return {
    id,
    workflowId,
    kind,
    enabled: schedule.isEnabled && !schedule.isPaused,
    ...describe(schedule),
    nextAt: isoTime(nextAt),
    lastAt: isoTime(lastAt),
    lastInstanceId: schedule.lastInstanceId,
  };
}

/** What has become of a time at which a trigger was due. @param run - what it has started, when the caller may see it */
export function presentOccurrence(
  { dueAt, at, skipped }: Occurrence,
  run: Pick<Instance, 'id' | 'status'> | undefined,
): OccurrenceDTO {
  return {
    at: new Date(dueAt ?? at).toISOString(),
    handledAt: new Date(at).toISOString(),
    ...(run && { instanceId: run.id, status: run.status }),
    ...(skipped !== undefined && { skipped }),
  };
}

/** For people. */
function describe({
  kind,
  spec,
}: Schedule): Pick<Trigger, 'expression' | 'timeZone'> {
  const read: { readonly [name: string]: unknown } = JSON.parse(spec);
  switch (kind) {
    case 'cron':
      return {
        expression: String(read.cron),
        timeZone: String(read.timeZone),
      };
    case 'every':
      return { expression: `every ${humanDuration(Number(read.everyMs))}` };
    case 'after':
      return {
        expression: `${humanDuration(Number(read.afterMs))} after each end`,
      };
    default:
      return { expression: 'events' };
  }
}

function isoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
