import {
  upcomingOccurrences,
  type Instance,
  type Occurrence,
  type OccurrencePlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readCursor, writeCursor } from '../../search/cursor';
import type { Operation } from '../../Operation';
import { presentOccurrence } from '../../present/presentTrigger';

const DEFAULT_LIMIT = 50;

/** How many times to come are told. */
const UPCOMING = 5;

/** Lists what has become of the times at which a trigger was due, and when it will start runs. Of runs it tells what the caller may see. */
export const listOccurrences: Operation<'listOccurrences'> =
  ({ instances, triggers, callerOf }) =>
  async (req, res) => {
    const caller = await callerOf(req);
    const { triggerId } = req.params;
    const limit = Number(req.query.limit ?? DEFAULT_LIMIT);
    const after = readCursor(req.query.cursor, isOccurrencePlace);
    const trigger = await triggers.get(triggerId, caller);
    const found = await triggers.listOccurrences(
      { triggerId, after, limit: limit + 1 },
      caller,
    );
    const page = found.slice(0, limit);
    const { items } = await instances.list(startedBy(page), caller);
    const visible = new Map(items.map(one => [one.id, one]));
    res.json({
      upcoming: upcomingOccurrences(trigger, UPCOMING).map(isoTime),
      items: page.map(one => presentOccurrence(one, runOf(one, visible))),
      next: found.length > limit ? nextAfter(page.at(-1)) : undefined,
    });
  };

function startedBy(occurrences: readonly Occurrence[]) {
  const values = occurrences.flatMap(({ instanceId }) => instanceId ?? []);
  const filter = { kind: 'in', field: 'id', values } as const;
  return { filter, limit: occurrences.length };
}

function runOf(
  { instanceId = '' }: Occurrence,
  visible: ReadonlyMap<string, Instance>,
): Instance | undefined {
  return visible.get(instanceId);
}

function nextAfter(last: OccurrencePlace | undefined): string | undefined {
  return last && writeCursor({ at: last.at, name: last.name });
}

function isOccurrencePlace(value: object): value is OccurrencePlace {
  return (
    'at' in value &&
    Number.isSafeInteger(value.at) &&
    'name' in value &&
    typeof value.name === 'string' &&
    !value.name.includes('\0')
  );
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
