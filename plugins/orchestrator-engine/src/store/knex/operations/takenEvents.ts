import type { Knex } from 'knex';
import type { ListeningEntry, TakenSince } from '../../EventStore';
import type { LogEntry } from '../../Instance';
import { entriesOf } from '../rows';
import type { InstanceRow, StepRow } from '../tables';
import { trimmedEvents } from './trimmedEvents';

/** Steps read at once. */
const PAGE = 1_000;

/**
 * What the log of an instance tells after an entry of who listens and what was taken. Reads steps by their primary key.
 *
 * What was deleted is looked for after the entries are read: what is deleted meanwhile is told twice, and not left out.
 */
export async function takenSince(
  knex: Knex,
  instanceId: string,
  afterSeq: number,
): Promise<TakenSince> {
  const entries: ListeningEntry[] = [];
  let after = afterSeq;
  for (;;) {
    const steps = await stepsAfter(knex, instanceId, after);
    entries.push(...steps.flatMap(entriesOf).flatMap(listeningEntry));
    if (steps.length < PAGE) break;
    after = steps[steps.length - 1].last_seq;
  }
  const instance = await knex<InstanceRow>('instances')
    .select('first_seq')
    .where({ id: instanceId })
    .first();
  const isKnown = (instance?.first_seq ?? 1) <= afterSeq + 1;
  if (isKnown) return { entries };
  return { entries, deleted: await trimmedEvents(knex, instanceId) };
}

function stepsAfter(
  knex: Knex,
  instanceId: string,
  after: number,
): Promise<readonly StepRow[]> {
  return knex<StepRow>('steps')
    .where({ instance_id: instanceId })
    .where('last_seq', '>', after)
    .where('entries', 'like', '%"event.%')
    .orderBy('last_seq')
    .limit(PAGE);
}

function listeningEntry({
  seq,
  type,
  taskKey = '',
  data,
}: LogEntry): readonly ListeningEntry[] {
  if (type === 'event.awaited') return [{ seq, taskKey }];
  if (type !== 'event.received') return [];
  const event = { source: String(data.source), id: String(data.eventId) };
  return [{ seq, taskKey, event }];
}
