import type { Knex } from 'knex';
import type { Idempotency, Signal, SignalAccepted } from '../../InstanceStore';
import { signalRow } from '../rows';
import type { InstanceRow, SignalRow } from '../tables';
import { useKey } from './idempotencyKeys';

/** Kinds of signals by which an instance goes on that has failed. */
const REOPENING: ReadonlySet<Signal['kind']> = new Set(['retry', 'act']);

/** What comes with a signal, as `InstanceStore.signal` has it. */
export interface SignalOptions {
  readonly idempotency?: Idempotency;
  readonly authTokens?: string;
}

/**
 * Inserts a signal and makes its instance due (R3), by the primary key of `instances`, once under one key. Due at 0: at once by
 * everybody's clock.
 *
 * An instance that has failed takes only what lets it go on; one that has ended otherwise, or is not there, takes nothing.
 */
export async function addSignal(
  knex: Knex,
  signal: Signal,
  options: SignalOptions = {},
): Promise<SignalAccepted> {
  try {
    return await knex.transaction(tx => add(tx, signal, options));
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
  { idempotency, authTokens }: SignalOptions,
): Promise<SignalAccepted> {
  const by = { actor: signal.actor.ref ?? '', now: signal.createdAt };
  const use = idempotency ? await useKey(tx, idempotency, by) : 'new';
  if (use !== 'new') return use;
  if (!(await wake(tx, signal, authTokens))) throw new Refused();
  const createdAt = await nextTime(tx, signal);
  await tx<SignalRow>('signals').insert(signalRow({ ...signal, createdAt }));
  return 'accepted';
}

/** Later than all that the instance has yet to take up; the lock on its row keeps others from coming in between. */
async function nextTime(
  tx: Knex.Transaction,
  { instanceId, createdAt }: Signal,
): Promise<number> {
  const last = await tx<SignalRow>('signals')
    .where({ instance_id: instanceId })
    .max({ time: 'created_at' })
    .first();
  return Math.max(createdAt, Number(last?.time ?? 0) + 1);
}

async function wake(
  tx: Knex.Transaction,
  signal: Signal,
  authTokens: string | undefined,
): Promise<boolean> {
  const ended = REOPENING.has(signal.kind)
    ? (['completed', 'cancelled'] as const)
    : (['completed', 'failed', 'cancelled'] as const);
  const updated = await tx<InstanceRow>('instances')
    .where({ id: signal.instanceId })
    .whereNotIn('status', [...ended])
    .update({
      wake_at: 0,
      open_signals: tx.raw('open_signals + 1') as unknown as number,
      ...(authTokens !== undefined && { auth_tokens: authTokens }),
    });
  return updated > 0;
}
