import type { Knex } from 'knex';
import type { OldBatch } from '../../HousekeepingStore';
import type { InboxKeyRow, InboxRow } from '../tables';

/** Deletes events that came before a time and have been routed, with their keys, in one transaction. By the index `inbox_by_time`. */
export async function deleteEvents(
  knex: Knex,
  { before, limit }: OldBatch,
): Promise<number> {
  return knex.transaction(async (tx): Promise<number> => {
    const old: Pick<InboxRow, 'position'>[] = await tx<InboxRow>('inbox')
      .select('position')
      .where('received_at', '<', before)
      .where({ is_routed: true })
      .orderBy(['received_at', 'position'])
      .limit(limit);
    const positions = old.map(({ position }) => position);
    if (positions.length === 0) return 0;
    await tx<InboxKeyRow>('inbox_keys').whereIn('position', positions).delete();
    const count = await tx<InboxRow>('inbox')
      .whereIn('position', positions)
      .delete();
    return count;
  });
}
