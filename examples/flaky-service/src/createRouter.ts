import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import Router from 'express-promise-router';
import type { Ledger } from './Ledger';
import type { RequestLog } from './RequestLog';

const maxDelayMs = 10_000;
const maxFailures = 1_000;
const pageSize = 1_000;

/** What the routes work on. @public */
export interface RouterOptions {
  readonly requestLog: RequestLog;
  readonly ledger: Ledger;
}

/**
 * The service's routes.
 *
 * `ANY /unstable/:key?failures=2` answers 503 that many times per key, then 200 · `POST /ledger/:account` appends the
 * body, `GET` lists the account · `GET /requests?after=` lists what arrived. The first two take `delayMs`.
 *
 * @public
 */
export function createRouter({
  requestLog,
  ledger,
}: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json());

  router.get('/requests', async (req, res) => {
    const after = wholeNumber(req, 'after', 0, Number.MAX_SAFE_INTEGER);
    res.json({ items: await requestLog.list(after, pageSize) });
  });

  router.get('/ledger/:account', async (req, res) => {
    res.json({ items: await ledger.list(req.params.account) });
  });

  router.post('/ledger/:account', async (req, res) => {
    const delayMs = wholeNumber(req, 'delayMs', 0, maxDelayMs);
    const id = await requestLog.arrived(arrivalOf(req));
    const entry = await ledger.append(req.params.account, req.body);
    await sleep(delayMs);
    await answer(res, id, 201, entry);
  });

  router.all('/unstable/:key', async (req, res) => {
    const failures = wholeNumber(req, 'failures', 2, maxFailures);
    const delayMs = wholeNumber(req, 'delayMs', 0, maxDelayMs);
    const { key } = req.params;
    const id = await requestLog.arrived(arrivalOf(req));
    const attempt = await requestLog.countUpTo(id, req.path);
    await sleep(delayMs);
    if (attempt > failures) {
      await answer(res, id, 200, { key, attempt });
      return;
    }
    res.setHeader('Retry-After', '1');
    const message = `failing on purpose: attempt ${attempt} of ${key} is one of the first ${failures}`;
    await answer(res, id, 503, {
      error: { name: 'ServiceUnavailableError', message },
    });
  });

  async function answer(
    res: Response,
    id: number,
    status: number,
    body: object,
  ): Promise<void> {
    await requestLog.answering(id, status);
    res.status(status).json(body);
  }

  return router;
}

function arrivalOf(req: Request) {
  return {
    time: new Date().toISOString(),
    method: req.method,
    path: req.path,
    idempotencyKey: req.get('Idempotency-Key') ?? null,
  };
}

/** @throws {@link @backstage/errors#InputError} when the query parameter is there and not a whole number up to `max` */
function wholeNumber(
  req: Request,
  name: string,
  absent: number,
  max: number,
): number {
  const text = req.query[name];
  if (text === undefined) return absent;
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= 0 && value <= max) {
    return value;
  }
  throw new InputError(`${name} must be a whole number from 0 to ${max}`);
}
