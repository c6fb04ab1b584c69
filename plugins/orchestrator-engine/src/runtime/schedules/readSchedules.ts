import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { jsonOf } from '../../interpreter/json';
import type { NewSchedule } from '../../store/ScheduleStore';
import { canonicalJson } from '../events/canonicalJson';
import { awaitsOf } from '../events/listeners';
import { firstListeners, type ConsumerOptions } from './consumeEvents';
import { durationOf } from './durationOf';
import { firstOccurrence, type ScheduleSpec } from './occurrences';

/** When cron expressions of a definition without a time zone are meant. */
const DEFAULT_TIME_ZONE = 'UTC';

/**
 * What a definition says of when it starts.
 *
 * @param at - when it is seen; milliseconds since the epoch
 * @throws what it says that cannot be evaluated
 */
export async function readSchedules(
  definition: WorkflowDefinition,
  at: number,
  options: ConsumerOptions,
): Promise<readonly NewSchedule[]> {
  const timed = specsOf(definition, options).map(spec => ({
    kind: spec.kind,
    spec: canonicalJson({ ...spec }),
    nextAt: firstOccurrence(spec, at),
  }));
  const { on, read } = definition.schedule ?? {};
  if (!on) return timed;
  const listeners = await firstListeners(definition, options);
  return [
    ...timed,
    {
      kind: 'on',
      spec: canonicalJson(jsonOf({ on, read })),
      awaits: listeners.flatMap(effect => awaitsOf(effect, at)),
    },
  ];
}

function specsOf(
  { schedule, document }: WorkflowDefinition,
  options: ConsumerOptions,
): readonly ScheduleSpec[] {
  const { every, cron, after } = schedule ?? {};
  const specs: ScheduleSpec[] = [];
  if (every) {
    const everyMs = durationOf(every, options);
    if (everyMs === 0) throw new Error('`every` comes to no time at all');
    specs.push({ kind: 'every', everyMs });
  }
  if (cron !== undefined) {
    const zone = document.metadata?.timeZone;
    const timeZone = typeof zone === 'string' ? zone : DEFAULT_TIME_ZONE;
    specs.push({ kind: 'cron', cron, timeZone });
  }
  if (after) {
    specs.push({ kind: 'after', afterMs: durationOf(after, options) });
  }
  return specs;
}
