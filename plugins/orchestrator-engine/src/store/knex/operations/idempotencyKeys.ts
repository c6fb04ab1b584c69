import type { Knex } from 'knex';
import {
  KEY_LIFETIME_MS,
  type Idempotency,
  type KeyUse,
} from '../../InstanceStore';
import type { IdempotencyKeyRow, InstanceRow } from '../tables';

/** Who uses a key, and when. */
interface KeyUser {
  /** Entity ref or subject; empty when there is none. */
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Notes that a key is used, in the transaction of what is done under it. By the primary key of `idempotency_keys`; one that is older
 * than a day counts no more.
 */
export async function useKey(
  tx: Knex.Transaction,
  { key, requestHash }: Idempotency,
  by: KeyUser,
): Promise<KeyUse> {
  const { actor, now } = by;
  const keys = () => tx<IdempotencyKeyRow>('idempotency_keys');
  await keys()
    .where({ actor, key })
    .where('created_at', '<', now - KEY_LIFETIME_MS)
    .delete();
  const inserted = await keys()
    .insert({ actor, key, request_hash: requestHash, created_at: now })
    .onConflict(['actor', 'key'])
    .ignore()
    .returning('key');
  return inserted.length > 0 ? 'new' : findKeyUse(tx, { key, requestHash }, by);
}

/** How the actor has used the key in the last day. By the primary key of `idempotency_keys`. */
export async function findKeyUse(
  knex: Knex,
  { key, requestHash }: Idempotency,
  { actor, now }: KeyUser,
): Promise<KeyUse> {
  const used = await knex<IdempotencyKeyRow>('idempotency_keys')
    .where({ actor, key })
    .where('created_at', '>=', now - KEY_LIFETIME_MS)
    .first();
  if (!used) return 'new';
  return used.request_hash === requestHash ? 'known' : 'conflict';
}

/** Forgets the keys of signals and of new instances that were used before this time. By `keys_by_time` and `instances_with_key`. */
export async function forgetKeys(knex: Knex, before: number): Promise<void> {
  await knex<IdempotencyKeyRow>('idempotency_keys')
    .where('created_at', '<', before)
    .delete();
  await knex<InstanceRow>('instances')
    .whereNotNull('idempotency_key')
    .where('created_at', '<', before)
    .update({ idempotency_key: null, request_hash: null });
}
