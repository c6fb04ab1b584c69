import { ServiceError } from '../../service/ServiceError';

/** The caller has asked too often. */
export class RateLimitedError extends ServiceError {
  readonly retryAfterSeconds: number;

  constructor({
    limit,
    windowMs,
    retryAfterSeconds,
  }: {
    readonly limit: number;
    readonly windowMs: number;
    readonly retryAfterSeconds: number;
  }) {
    super(
      'RATE_LIMITED',
      `More than ${limit} requests within ${
        windowMs / 1000
      } seconds; try again in ${retryAfterSeconds} seconds`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
