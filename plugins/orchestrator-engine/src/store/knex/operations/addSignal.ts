import type { Knex } from 'knex';
import type { Signal } from '../../InstanceStore';
import type { InstanceRow, SignalRow } from '../tables';

/** Inserts a signal and makes its instance due (R3). `false` when the instance does not exist or has ended. */
export async function addSignal(knex: Knex, signal: Signal): Promise<boolean> {
  return knex.transaction(async tx => {
    const updated = await tx<InstanceRow>('instances')
      .where({ id: signal.instanceId })
      .whereNotIn('status', ['completed', 'failed', 'cancelled'])
      .update({
        wake_at: signal.createdAt,
        open_signals: tx.raw('open_signals + 1') as unknown as number,
      });
    if (updated === 0) return false;
    await tx<SignalRow>('signals').insert({
      id: signal.id,
      instance_id: signal.instanceId,
      kind: signal.kind,
      actor: JSON.stringify(signal.actor),
      data: JSON.stringify(signal.data),
      created_at: signal.createdAt,
    });
    return true;
  });
}
