import type { Knex } from 'knex';
import type { EventIdentity } from '../../EventStore';
import type { LogTrim } from '../../LogTrimStore';
import type { InboxRow, LogBaseRow } from '../tables';

/** Looked for in the inbox together. */
const BATCH = 500;

/** Events that tasks of an instance have taken whose entries have been deleted. */
export async function trimmedEvents(
  knex: Knex,
  instanceId: string,
): Promise<readonly EventIdentity[]> {
  const base = await knex<LogBaseRow>('log_bases')
    .select('taken_events')
    .where({ instance_id: instanceId })
    .first();
  return base ? JSON.parse(base.taken_events) : [];
}

/** The same, once these entries are deleted; what the inbox has no more can be taken by nobody, and is forgotten. */
export async function takenEventsAfter(
  knex: Knex,
  { instanceId, entries }: LogTrim,
): Promise<readonly EventIdentity[]> {
  const taken = [
    ...(await trimmedEvents(knex, instanceId)),
    ...entries.flatMap(({ type, data: { source, eventId } }) =>
      type === 'event.received'
        ? { source: String(source), id: String(eventId) }
        : [],
    ),
  ];
  const left: EventIdentity[] = [];
  for (let from = 0; from < taken.length; from += BATCH) {
    left.push(...(await ofInbox(knex, taken.slice(from, from + BATCH))));
  }
  return left;
}

async function ofInbox(
  knex: Knex,
  events: readonly EventIdentity[],
): Promise<readonly EventIdentity[]> {
  const rows = await knex<InboxRow>('inbox')
    .select('source', 'event_id')
    .whereIn(
      ['source', 'event_id'],
      events.map(({ source, id }) => [source, id]),
    );
  return rows.map(({ source, event_id: id }) => ({ source, id }));
}
