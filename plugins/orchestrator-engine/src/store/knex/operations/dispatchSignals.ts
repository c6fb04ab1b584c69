import type { Knex } from 'knex';
import type { Dispatch } from '../../EventStore';
import { signalRow } from '../rows';
import type {
  AwaitRow,
  InboxRow,
  ScheduleEventRow,
  SignalRow,
} from '../tables';

/** Rows of one insert: each value is a binding, and Postgres takes 65,535 of them. */
const CHUNK = 500;

/**
 * Inserts signals that are not there yet, and notes which events are routed and which listeners are caught up. Locks no row of
 * `instances`: whoever writes to those is not waited for.
 */
export async function dispatchSignals(
  knex: Knex,
  dispatch: Dispatch,
): Promise<void> {
  const { signals, scheduled = [], routed = [], caughtUp = [] } = dispatch;
  const lists = [signals, scheduled, routed, caughtUp];
  if (lists.every(({ length }) => length === 0)) return;
  await knex.transaction(async tx => {
    for (let start = 0; start < signals.length; start += CHUNK) {
      const rows = signals.slice(start, start + CHUNK).map(signal => ({
        ...signalRow(signal),
        is_announced: false,
      }));
      await tx<SignalRow>('signals').insert(rows).onConflict('id').ignore();
    }
    for (const { scheduleId, event } of scheduled) {
      await tx<ScheduleEventRow>('schedule_events')
        .insert({
          schedule_id: scheduleId,
          position: event.position,
          event: JSON.stringify(event.event),
        })
        .onConflict(['schedule_id', 'position'])
        .ignore();
    }
    if (routed.length > 0) {
      await tx<InboxRow>('inbox')
        .whereIn('position', [...routed])
        .update({ is_routed: true });
    }
    for (const { ownerId, effectId, expectation } of caughtUp) {
      await tx<AwaitRow>('awaits')
        .where({ owner_id: ownerId, effect_id: effectId, expectation })
        .update({ is_caught_up: true });
    }
  });
}
