/**
 * Answers a request that carries an `Idempotency-Key` once: the same one is answered as the first was, for a day.
 *
 * For operations whose service does not know keys. What is refused has changed nothing, and may be asked again. When a process
 * dies between the deed and its answer, the request is served anew after a while: each of these operations finds by itself that it
 * was done.
 */
import { createHash } from 'node:crypto';
import {
  systemClock,
  type Reservation,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Request, RequestHandler, Response } from 'express';
import { ServiceError } from '../../service/ServiceError';
import type { Operation, OperationContext } from '../Operation';
import type { OperationId } from '../OrchestratorEndpoints';
import { bodyTextOf } from '../requests/readBody';

/** How long an answer may take before its request counts as given up. Milliseconds. */
const STALE_MS = 60_000;

/** Headers that belong to an answer. */
const KEPT_HEADERS = ['Location', 'ETag'];

/** An answer as it is kept. */
interface KeptAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: unknown;
}

/** See the module header. What the operation is given and answers is nothing to it. */
export function answeredOnce<Id extends OperationId>(
  operation: Operation<Id>,
): Operation<Id> {
  return once(operation as AnyOperation) as Operation<Id>;
}

type AnyOperation = (context: OperationContext) => RequestHandler;

function once(operation: AnyOperation): AnyOperation {
  return context => {
    const serve = operation(context);
    return async (req, res, next) => {
      const key = req.get('Idempotency-Key');
      if (key === undefined) await serve(req, res, next);
      else await answerOnce(context, key, { serve, req, res, next });
    };
  };
}

async function answerOnce(
  { answers, callerOf }: OperationContext,
  key: string,
  exchange: Exchange,
): Promise<void> {
  const { ref: actor } = await callerOf(exchange.req);
  const requestHash = hashOf(exchange.req);
  const request = { actor, key, requestHash, now: systemClock.now() };
  const known = firstAnswer(await answers.reserve(request, STALE_MS));
  if (known) {
    send(known, exchange.res);
    return;
  }
  try {
    const answer = await answerOf(exchange);
    await answers.keep(request, JSON.stringify(answer));
    send(answer, exchange.res);
  } catch (error) {
    await answers.release(request);
    throw error;
  }
}

/** @throws {@link ServiceError} `IDEMPOTENCY_CONFLICT` */
function firstAnswer(reservation: Reservation): KeptAnswer | undefined {
  switch (reservation.kind) {
    case 'new':
      return undefined;
    case 'answered':
      return JSON.parse(reservation.answer);
    case 'underWay':
      throw new ServiceError(
        'IDEMPOTENCY_CONFLICT',
        'The first request with this Idempotency-Key is still being answered; send it again in a moment',
      );
    default:
      throw new ServiceError(
        'IDEMPOTENCY_CONFLICT',
        'This Idempotency-Key was used for another request; send a new key',
      );
  }
}

/** What an operation is given to answer. */
interface Exchange {
  readonly serve: RequestHandler;
  readonly req: Request;
  readonly res: Response;
  readonly next: Parameters<RequestHandler>[2];
}

/** Serves a request, and holds the answer back. */
async function answerOf({
  serve,
  req,
  res,
  next,
}: Exchange): Promise<KeptAnswer> {
  const sending = res.json;
  let body: unknown;
  res.json = held => {
    body = held;
    return res;
  };
  try {
    await serve(req, res, next);
  } finally {
    res.json = sending;
  }
  return { status: res.statusCode, headers: headersOf(res), body };
}

function headersOf(res: Response): KeptAnswer['headers'] {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap(name => {
      const value = res.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function send({ status, headers, body }: KeptAnswer, res: Response): void {
  res.status(status).set(headers).json(body);
}

/** All that makes it this request: where it goes, its body, and the attributes of an event that are in headers. */
function hashOf(req: Request): string {
  const attributes = Object.entries(req.headers)
    .filter(([name]) => name.startsWith('ce-'))
    .sort();
  const body = bodyTextOf(req) ?? req.body;
  const said = [req.method, req.originalUrl, attributes, body];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
