import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { RateLimitConfig } from '../readRateLimit';
import type { AnyRequest, Caller } from '../service/Caller';
import { ServiceError } from '../service/ServiceError';

/**
 * Refuses what a caller asks too often, and tells with every other answer how often they may still ask.
 *
 * Each caller is counted alone, by this process alone. A stream is one request, however long it lasts.
 */
export function limitRates(
  { windowMs, max, maxForServices }: RateLimitConfig,
  callerOf: (request: AnyRequest) => Promise<Caller>,
): RequestHandler {
  const limitOf = ({ kind }: Caller) =>
    kind === 'service' ? maxForServices : max;
  return rateLimit({
    windowMs,
    limit: async req => limitOf(await callerOf(req)),
    skip: async req => limitOf(await callerOf(req)) === Infinity,
    keyGenerator: async req => {
      const { kind, ref } = await callerOf(req);
      return `${kind}:${ref}`;
    },
    standardHeaders: 'draft-6',
    legacyHeaders: true,
    handler: (_req, res, next) => next(tooMany(res, windowMs)),
  });
}

/** What the headers say already. */
function tooMany(res: Response, windowMs: number): ServiceError {
  const limit = res.getHeader('RateLimit-Limit');
  const retryAfter = res.getHeader('Retry-After');
  return new ServiceError(
    'RATE_LIMITED',
    `More than ${limit} requests within ${
      windowMs / 1000
    } seconds; try again in ${retryAfter} seconds`,
  );
}
