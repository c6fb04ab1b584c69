import type { Knex } from 'knex';
import { scheduleOwner, type NewSchedule } from '../../ScheduleStore';
import type {
  AwaitRow,
  AwaitShapeRow,
  ScheduleEventRow,
  ScheduleRow,
} from '../tables';
import { awaitRow } from './commitWaits';

/** Makes these the only schedules of a workflow; one whose text is the same is left as it stands. One transaction. */
export async function replaceSchedules(
  knex: Knex,
  given: {
    readonly workflowId: string;
    readonly schedules: readonly NewSchedule[];
    readonly at: number;
  },
): Promise<void> {
  const { workflowId, schedules, at } = given;
  await knex.transaction(async tx => {
    const known = await tx<ScheduleRow>('schedules').where({
      workflow_id: workflowId,
    });
    const isSame = (row: ScheduleRow, { kind, spec }: NewSchedule) =>
      row.kind === kind && row.spec === spec;
    for (const row of known) {
      if (!schedules.some(schedule => isSame(row, schedule))) {
        await remove(tx, row.id);
      }
    }
    for (const schedule of schedules) {
      if (!known.some(row => isSame(row, schedule))) {
        await add(tx, workflowId, schedule, at);
      }
    }
  });
}

async function remove(tx: Knex.Transaction, id: string) {
  await tx<ScheduleRow>('schedules').where({ id }).delete();
  await tx<ScheduleEventRow>('schedule_events')
    .where({ schedule_id: id })
    .delete();
  await tx<AwaitRow>('awaits')
    .where({ owner_id: scheduleOwner(id) })
    .delete();
}

async function add(
  tx: Knex.Transaction,
  workflowId: string,
  { kind, spec, nextAt, awaits = [] }: NewSchedule,
  at: number,
) {
  const id = `${workflowId}:${kind}`;
  await tx<ScheduleRow>('schedules')
    .insert({
      id,
      workflow_id: workflowId,
      kind,
      spec,
      anchor_at: at,
      next_at: nextAt ?? null,
      pending: null,
      last_at: null,
      last_instance_id: null,
      is_paused: false,
    })
    .onConflict('id')
    .ignore();
  for (const one of awaits) {
    await tx<AwaitShapeRow>('await_shapes')
      .insert({ id: one.shape.id, shape: one.shape.text })
      .onConflict('id')
      .ignore();
    await tx<AwaitRow>('awaits')
      .insert({ ...awaitRow(scheduleOwner(id), one), is_caught_up: true })
      .onConflict(['owner_id', 'effect_id', 'expectation'])
      .ignore();
  }
}
