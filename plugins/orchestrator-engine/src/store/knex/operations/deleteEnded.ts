import type { Knex } from 'knex';
import type { InstanceRow } from '../tables';
import { deleteParts } from './deleteEndedInstances';
import { noteDeletion } from './feedFloor';

const ended = ['completed', 'failed', 'cancelled'] as const;

/**
 * Deletes an instance with all that is its own, in one transaction. Its row goes first and under the condition that it has ended
 * and that nobody runs it, so that nothing is deleted of what has been taken up again meanwhile.
 */
export async function deleteEnded(
  knex: Knex,
  instanceId: string,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const count = await tx<InstanceRow>('instances')
      .where({ id: instanceId, open_signals: 0 })
      .whereNull('owner')
      .whereIn('status', [...ended])
      .delete();
    if (count === 0) return false;
    await deleteParts(tx, [instanceId]);
    await noteDeletion(tx);
    return true;
  });
}
