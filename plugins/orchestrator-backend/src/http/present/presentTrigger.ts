import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Schedule } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { humanDuration } from './humanDuration';

type Trigger = components['schemas']['Trigger'];

/** What starts a workflow by itself. */
export function presentTrigger(schedule: Schedule): Trigger {
  const { id, workflowId, kind, isPaused, nextAt, lastAt } = schedule;
  return {
    id,
    workflowId,
    kind,
    enabled: !isPaused,
    ...describe(schedule),
    nextAt: isoTime(nextAt),
    lastAt: isoTime(lastAt),
    lastInstanceId: schedule.lastInstanceId,
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
