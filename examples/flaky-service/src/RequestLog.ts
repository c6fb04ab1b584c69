import type { Knex } from 'knex';

/** One request as the service saw it. @public */
export interface LoggedRequest {
  /** Grows with every request. */
  readonly id: number;
  /** When it arrived, ISO 8601 in UTC. */
  readonly time: string;
  readonly method: string;
  /** Below `/api/flaky`, without the query. */
  readonly path: string;
  /** Value of the `Idempotency-Key` header. */
  readonly idempotencyKey: string | null;
  /** What was answered; null while the request is being served, or when the process died meanwhile. */
  readonly status: number | null;
}

/** What is known of a request when it arrives. @public */
export type ArrivedRequest = Omit<LoggedRequest, 'id' | 'status'>;

interface RequestRow {
  id: number;
  time: string;
  method: string;
  path: string;
  idempotency_key: string | null;
  status: number | null;
}

/**
 * The durable record of every request, trustworthy after `kill -9`: arrival is committed before a request is served, and
 * the status before it is answered.
 *
 * @public
 */
export class RequestLog {
  constructor(private readonly knex: Knex) {}

  /** Commits the arrival. @returns the id of the request */
  async arrived(request: ArrivedRequest): Promise<number> {
    const { idempotencyKey, ...rest } = request;
    const [{ id }] = await this.requests()
      .insert({ ...rest, idempotency_key: idempotencyKey, status: null })
      .returning('id');
    return id;
  }

  /** Commits the status that is about to be answered. */
  async answering(id: number, status: number): Promise<void> {
    await this.requests().where({ id }).update({ status });
  }

  /** How many requests with this path arrived up to and including request `id`. */
  async countUpTo(id: number, path: string): Promise<number> {
    const row = await this.requests()
      .where({ path })
      .andWhere('id', '<=', id)
      .count<{ count: number | string }>({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** The requests after request `after`, oldest first, at most `limit`. */
  async list(after: number, limit: number): Promise<LoggedRequest[]> {
    const rows = await this.requests()
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit);
    return rows.map(({ idempotency_key, ...row }) => ({
      ...row,
      idempotencyKey: idempotency_key,
    }));
  }

  private requests() {
    return this.knex<RequestRow>('requests');
  }
}
