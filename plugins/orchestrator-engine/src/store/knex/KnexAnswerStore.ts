import type { Knex } from 'knex';
import type { AnswerStore, KeyedRequest, Reservation } from '../AnswerStore';
import { reserveAnswer } from './operations/reserveAnswer';
import { reportingUnavailable } from './reportingUnavailable';
import type { IdempotencyKeyRow } from './tables';

/** {@link AnswerStore} on SQLite or Postgres. @public */
export class KnexAnswerStore implements AnswerStore {
  constructor(private readonly knex: Knex) {}

  async reserve(request: KeyedRequest, staleMs: number): Promise<Reservation> {
    return reportingUnavailable(() =>
      reserveAnswer(this.knex, request, staleMs),
    );
  }

  async keep(
    { actor, key }: Pick<KeyedRequest, 'actor' | 'key'>,
    answer: string,
  ): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<IdempotencyKeyRow>('idempotency_keys')
        .where({ actor, key })
        .update({ answer }),
    );
  }

  async release({
    actor,
    key,
  }: Pick<KeyedRequest, 'actor' | 'key'>): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<IdempotencyKeyRow>('idempotency_keys')
        .where({ actor, key, answer: null })
        .delete(),
    );
  }
}
