import type { Knex } from 'knex';
import type { Occurrence } from '../../ScheduleStore';
import type { ScheduleEventRow, ScheduleRow } from '../tables';
import { lastOf, noteOccurrences } from './noteOccurrences';

/** Positions in one statement: each is a binding. */
const CHUNK = 500;

/** Keeps some events of a schedule for a set, drops others, and notes what the set has come to. By the primary key of `schedule_events`. */
export async function collectEvents(
  knex: Knex,
  collected: {
    readonly id: string;
    readonly taken: readonly number[];
    readonly dropped: readonly number[];
    readonly occurrence?: Occurrence;
  },
): Promise<void> {
  const { id, taken, dropped, occurrence } = collected;
  await knex.transaction(async tx => {
    for (const positions of chunksOf(taken)) {
      await eventsOf(tx, id, positions).update({ is_taken: true });
    }
    for (const positions of chunksOf(dropped)) {
      await eventsOf(tx, id, positions).delete();
    }
    if (!occurrence) return;
    await noteOccurrences(tx, [occurrence]);
    await tx<ScheduleRow>('schedules')
      .where({ id })
      .update(lastOf([occurrence]));
  });
}

function eventsOf(
  tx: Knex.Transaction,
  id: string,
  positions: readonly number[],
) {
  return tx<ScheduleEventRow>('schedule_events')
    .where({ schedule_id: id })
    .whereIn('position', [...positions]);
}

function chunksOf(positions: readonly number[]): readonly number[][] {
  const count = Math.ceil(positions.length / CHUNK);
  return Array.from({ length: count }, (_, index) =>
    positions.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
