import type { ScheduleDefinition } from '../../language/WorkflowDefinition';
import { describeDuration } from './describeDuration';
import { describeEvents } from './describeEvents';
import { oneLine } from './oneLine';

/** What starts a workflow by itself: `every 5 minutes`, `cron 0 0 * * *`, `on order.placed`. */
export function describeSchedule({
  every,
  cron,
  after,
  on,
}: ScheduleDefinition): string {
  const parts = [
    every && `every ${describeDuration(every)}`,
    cron && `cron ${cron}`,
    after && `${describeDuration(after)} after each end`,
    on && `on ${describeEvents(on)}`,
  ];
  return oneLine(parts.filter(Boolean).join(', '));
}
