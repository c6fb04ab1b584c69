import type { RequestHandler, Response } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import type { RateLimitConfig } from '../../readRateLimit';
import type { AnyRequest, Caller } from '../../service/Caller';
import { RateLimitedError } from '../errors/RateLimitedError';

/**
 * Refuses what a caller asks too often, by requests and over WebSockets together.
 *
 * Each caller is counted alone, by this process alone. A stream is one request, however long it lasts.
 */
export class RateLimit {
  /** For requests: tells with every other answer how often the caller may still ask. */
  readonly requests: RequestHandler;
  readonly #config: RateLimitConfig;
  readonly #store = new MemoryStore();

  constructor(
    config: RateLimitConfig,
    callerOf: (request: AnyRequest) => Promise<Caller>,
  ) {
    const { windowMs } = config;
    this.#config = config;
    this.requests = rateLimit({
      windowMs,
      store: this.#store,
      limit: async req => this.#limitOf(await callerOf(req)),
      skip: async req => this.#limitOf(await callerOf(req)) === Infinity,
      keyGenerator: async req => keyOf(await callerOf(req)),
      standardHeaders: 'draft-6',
      legacyHeaders: true,
      handler: (_req, res, next) => next(this.#refusalOf(res)),
    });
  }

  /**
   * Counts what is asked in another way than by a request.
   *
   * @throws RateLimitedError when it is too much
   */
  async count(caller: Caller): Promise<void> {
    const limit = this.#limitOf(caller);
    if (limit === Infinity) return;
    const { totalHits, resetTime } = await this.#store.increment(keyOf(caller));
    if (totalHits <= limit) return;
    const leftMs = (resetTime?.getTime() ?? Date.now()) - Date.now();
    throw this.#refusal(limit, Math.max(1, Math.ceil(leftMs / 1000)));
  }

  #limitOf({ kind }: Caller): number {
    const { max, maxForServices } = this.#config;
    return kind === 'service' ? maxForServices : max;
  }

  /** By what the headers say already. */
  #refusalOf(res: Response): RateLimitedError {
    const [limit, retryAfter] = ['RateLimit-Limit', 'Retry-After'].map(name =>
      Number(res.getHeader(name)),
    );
    return this.#refusal(limit, retryAfter);
  }

  #refusal(limit: number, retryAfterSeconds: number): RateLimitedError {
    const { windowMs } = this.#config;
    return new RateLimitedError({ limit, windowMs, retryAfterSeconds });
  }
}

function keyOf({ kind, ref }: Caller): string {
  return `${kind}:${ref}`;
}
