import { parseEventRead } from '../events/parseEventRead';
import { parseEventStrategy } from '../events/parseEventStrategy';
import { parseDuration, parseDurationNode } from '../parseDuration';
import { RUNTIME_ARGUMENTS, type ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { Duration, ScheduleDefinition } from '../WorkflowDefinition';
import { cronFault, isTimeZone } from './cronTimes';

/** What durations can be computed of: schedules are kept outside of any run, so without secrets. */
const OF_TIME = ['runtime'];

/** Reads when the workflow starts by itself (DSL reference, "Schedule"). @internal */
export function parseSchedule(
  node: SourceNode,
  outside: ParseScope,
): ScheduleDefinition {
  const scope = { ...outside, variables: RUNTIME_ARGUMENTS.schedule };
  return node.object(schedule => readSchedule(schedule, scope));
}

function readSchedule(
  schedule: ObjectReader,
  scope: ParseScope,
): ScheduleDefinition {
  schedule.atLeastOne(['every', 'cron', 'after', 'on']);
  const ofTime = { ...scope, variables: OF_TIME };
  return {
    every: schedule.optional('every', every => parseEvery(every, ofTime)),
    cron: schedule.optional('cron', parseCron),
    after: schedule.optional('after', after =>
      parseDurationNode(after, ofTime),
    ),
    on: schedule.optional('on', on => parseEventStrategy(on, scope)),
    read:
      schedule.optional('read', read => parseRead(read, schedule)) ?? 'data',
  };
}

function parseEvery(node: SourceNode, scope: ParseScope): Duration {
  const every = parseDurationNode(node, scope);
  if (parseDuration(node.json) === 0) {
    const message = 'the time between two starts cannot be nothing';
    node.report({ code: 'INVALID_DURATION', message });
  }
  return every;
}

function parseCron(node: SourceNode): string {
  const cron = node.text('five fields such as `0 8 * * 1`');
  const fault = node.isText() ? cronFault(cron) : undefined;
  if (fault) {
    const message = `\`${cron}\` is not a cron expression: ${fault}`;
    node.report({ code: 'INVALID_CRON', message });
  }
  return cron;
}

function parseRead(node: SourceNode, schedule: ObjectReader) {
  if (!schedule.has('on')) {
    const message = '`read` goes with `on` only';
    node.reportAtKey({ code: 'INVALID_VALUE', message });
  }
  return parseEventRead(node);
}

/**
 * Reports a time zone that is none.
 *
 * @param document - of the definition, in whose metadata the time zone of the schedule stands
 * @internal
 */
export function reportTimeZone(document: SourceNode | undefined): void {
  const node = document?.member('metadata')?.member('timeZone');
  if (!node) return;
  const name = node.text('the name of a time zone such as Europe/Berlin');
  if (!node.isText() || isTimeZone(name)) return;
  const message = `\`${name}\` is no time zone; write it like Europe/Berlin`;
  node.report({ code: 'INVALID_VALUE', message });
}
