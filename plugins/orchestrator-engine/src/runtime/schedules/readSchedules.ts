import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { NewSchedule } from '../../store/ScheduleStore';
import { canonicalJson } from '../events/canonicalJson';
import { awaitsOf } from '../events/listeners';
import { consumeEvents, type ConsumerOptions } from './consumeEvents';
import { firstOccurrence, type ScheduleSpec } from './occurrences';

/** When cron expressions of a definition without a time zone are meant. */
const DEFAULT_TIME_ZONE = 'UTC';

/** What a definition says of when it starts. @param at - when it is seen; milliseconds since the epoch */
export async function readSchedules(
  definition: WorkflowDefinition,
  at: number,
  options: ConsumerOptions,
): Promise<readonly NewSchedule[]> {
  const timed = specsOf(definition).map(spec => ({
    kind: spec.kind,
    spec: canonicalJson({ ...spec }),
    nextAt: firstOccurrence(spec, at),
  }));
  const { on, read } = definition.schedule ?? {};
  if (!on) return timed;
  const start = await consumeEvents(definition, [], options);
  const awaits = start.isOver ? [] : start.awaits;
  return [
    ...timed,
    {
      kind: 'on',
      spec: canonicalJson(JSON.parse(JSON.stringify({ on, read }))),
      awaits: awaits.flatMap(effect => awaitsOf(effect, at)),
    },
  ];
}

/** Durations that are computed have nothing to be computed from before a run: they make no schedule. */
function specsOf({
  schedule,
  document,
}: WorkflowDefinition): readonly ScheduleSpec[] {
  const { every, cron, after } = schedule ?? {};
  const specs: ScheduleSpec[] = [];
  if (every?.kind === 'fixed' && every.ms > 0) {
    specs.push({ kind: 'every', everyMs: every.ms });
  }
  if (cron !== undefined) {
    const zone = document.metadata?.timeZone;
    const timeZone = typeof zone === 'string' ? zone : DEFAULT_TIME_ZONE;
    specs.push({ kind: 'cron', cron, timeZone });
  }
  if (after?.kind === 'fixed') {
    specs.push({ kind: 'after', afterMs: after.ms });
  }
  return specs;
}
