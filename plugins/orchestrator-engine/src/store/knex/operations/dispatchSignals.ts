import type { Knex } from 'knex';
import type { Dispatch, ScheduledEvent } from '../../EventStore';
import { scheduleOfRow, signalRow } from '../rows';
import type {
  AwaitRow,
  InboxRow,
  ScheduleEventRow,
  SignalRow,
} from '../tables';
import { configuredSchedules } from './configuredSchedules';
import { isSqlite } from './workerLeases';

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
    await giveToSchedules(tx, scheduled);
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

/** What is routed already has been given; a schedule that is paused, or whose workflow is disabled, or that is no more, gets nothing. */
async function giveToSchedules(
  tx: Knex.Transaction,
  scheduled: readonly ScheduledEvent[],
): Promise<void> {
  if (scheduled.length === 0) return;
  const listening = await listeningSchedules(tx, scheduled);
  const unrouted = await lockUnrouted(tx, scheduled);
  const rows = scheduled
    .filter(({ scheduleId }) => listening.has(scheduleId))
    .filter(({ event }) => unrouted.has(event.position))
    .map(({ scheduleId, event }) => ({
      schedule_id: scheduleId,
      position: event.position,
      event: JSON.stringify(event.event),
      is_taken: false,
    }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx<ScheduleEventRow>('schedule_events')
      .insert(rows.slice(start, start + CHUNK))
      .onConflict(['schedule_id', 'position'])
      .ignore();
  }
}

async function listeningSchedules(
  tx: Knex.Transaction,
  scheduled: readonly ScheduledEvent[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(scheduled.map(({ scheduleId }) => scheduleId))];
  const rows = await configuredSchedules(tx).whereIn('schedules.id', ids);
  const listening = rows
    .map(scheduleOfRow)
    .filter(({ isPaused, isEnabled }) => isEnabled && !isPaused);
  return new Set(listening.map(({ id }) => id));
}

/** Positions that are not yet routed, and that nobody else can route meanwhile. In their order: two who do this do not wait for each other. */
async function lockUnrouted(
  tx: Knex.Transaction,
  scheduled: readonly ScheduledEvent[],
): Promise<ReadonlySet<number>> {
  const positions = scheduled.map(({ event }) => event.position);
  const query = tx<InboxRow>('inbox')
    .select('position')
    .whereIn('position', [...new Set(positions)])
    .where({ is_routed: false })
    .orderBy('position');
  const rows: Pick<InboxRow, 'position'>[] = await (isSqlite(tx)
    ? query
    : query.forUpdate());
  return new Set(rows.map(({ position }) => Number(position)));
}
