import type { Knex } from 'knex';
import { entriesOf, stepRow } from '../store/knex/rows';
import type { StepRow } from '../store/knex/tables';
import type { LogEntry } from '../store/InstanceStore';

/** Makes a log say that something has happened to another task. */
export async function moveEntries(
  knex: Knex,
  instanceId: string,
  move: { readonly from: string; readonly to: string; readonly type?: string },
): Promise<void> {
  const isMoved = ({ type, taskKey }: LogEntry) =>
    taskKey === move.from && (!move.type || type === move.type);
  for (const step of await knex<StepRow>('steps').where({
    instance_id: instanceId,
  })) {
    const entries = entriesOf(step).map(entry =>
      isMoved(entry) ? { ...entry, taskKey: move.to } : entry,
    );
    await knex<StepRow>('steps')
      .where({ instance_id: instanceId, last_seq: step.last_seq })
      .update({ entries: stepRow(instanceId, entries).entries });
  }
}
