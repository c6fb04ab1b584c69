import type { Knex } from 'knex';
import type { KeyedRequest, Reservation } from '../../AnswerStore';
import type { IdempotencyKeyRow } from '../tables';
import { useKey } from './idempotencyKeys';

/** Notes that a request is being answered, in one transaction, unless it is or was. By the primary key of `idempotency_keys`. */
export async function reserveAnswer(
  knex: Knex,
  request: KeyedRequest,
  staleMs: number,
): Promise<Reservation> {
  const { actor, key, now } = request;
  return knex.transaction(async (tx): Promise<Reservation> => {
    const use = await useKey(tx, request, request);
    if (use !== 'known') return { kind: use };
    const keys = () => tx<IdempotencyKeyRow>('idempotency_keys');
    const row = await keys().where({ actor, key }).first();
    if (typeof row?.answer === 'string') {
      return { kind: 'answered', answer: row.answer };
    }
    const takenOver = await keys()
      .where({ actor, key, answer: null })
      .where('created_at', '<', now - staleMs)
      .update({ created_at: now });
    return { kind: takenOver > 0 ? 'new' : 'underWay' };
  });
}
