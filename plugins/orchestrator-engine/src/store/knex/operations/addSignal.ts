import type { Knex } from 'knex';
import type { Idempotency, Signal, SignalAccepted } from '../../InstanceStore';
import { signalRow } from '../rows';
import type { InstanceRow, SignalRow } from '../tables';
import { useKey } from './idempotencyKeys';

/** Kinds of signals by which an instance goes on that has failed. */
const REOPENING: ReadonlySet<Signal['kind']> = new Set(['retry', 'act']);

/**
 * Inserts a signal and makes its instance due (R3), by the primary key of `instances`, once under one key.
 *
 * An instance that has failed takes only what lets it go on; one that has ended otherwise, or is not there, takes nothing.
 */
export async function addSignal(
  knex: Knex,
  signal: Signal,
  idempotency?: Idempotency,
): Promise<SignalAccepted> {
  try {
    return await knex.transaction(tx => add(tx, signal, idempotency));
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
}

/** Takes back what its transaction has done. */
class Refused extends Error {}

/** @throws Refused */
async function add(
  tx: Knex.Transaction,
  signal: Signal,
  idempotency: Idempotency | undefined,
): Promise<SignalAccepted> {
  const by = { actor: signal.actor.ref ?? '', now: signal.createdAt };
  const use = idempotency ? await useKey(tx, idempotency, by) : 'new';
  if (use !== 'new') return use;
  if (!(await wake(tx, signal))) throw new Refused();
  await tx<SignalRow>('signals').insert(signalRow(signal));
  return 'accepted';
}

async function wake(tx: Knex.Transaction, signal: Signal): Promise<boolean> {
  const ended = REOPENING.has(signal.kind)
    ? (['completed', 'cancelled'] as const)
    : (['completed', 'failed', 'cancelled'] as const);
  const updated = await tx<InstanceRow>('instances')
    .where({ id: signal.instanceId })
    .whereNotIn('status', [...ended])
    .update({
      wake_at: signal.createdAt,
      open_signals: tx.raw('open_signals + 1') as unknown as number,
    });
  return updated > 0;
}
