import {
  upcomingOccurrences,
  type Instance,
  type Occurrence,
  type OccurrencePlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { isPlaceBy, readCursor } from '../../search/cursor';
import { pageOf, pageSizeOf } from '../../search/paging';
import type { Operation } from '../../Operation';
import { presentOccurrence } from '../../present/presentTrigger';

const isPlace = isPlaceBy<OccurrencePlace>('at', 'name');

/** How many times to come are told. */
const UPCOMING = 5;

/** Lists what has become of the times at which a trigger was due, and when it will start runs. Of runs it tells what the caller may see. */
export const listOccurrences: Operation<'listOccurrences'> =
  ({ instances, triggers, callerOf }) =>
  async (req, res) => {
    const caller = await callerOf(req);
    const { triggerId } = req.params;
    const pageSize = pageSizeOf(req.query);
    const after = readCursor(req.query.cursor, isPlace);
    const trigger = await triggers.get(triggerId, caller);
    const found = await triggers.listOccurrences(
      { triggerId, after, limit: pageSize + 1 },
      caller,
    );
    const page = pageOf(found, pageSize, placeOf);
    const { items } = await instances.list(startedBy(page.items), caller);
    const visible = new Map(items.map(one => [one.id, one]));
    res.json({
      upcoming: upcomingOccurrences(trigger, UPCOMING).map(isoTime),
      items: page.items.map(one => presentOccurrence(one, runOf(one, visible))),
      next: page.next,
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

function placeOf({ at, name }: OccurrencePlace): OccurrencePlace {
  return { at, name };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
