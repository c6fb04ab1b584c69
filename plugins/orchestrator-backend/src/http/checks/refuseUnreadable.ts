import type { Request, RequestHandler } from 'express';
import { takesDefinition } from '../requests/readBody';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { findNul } from './findNul';

/** Bodies nested deeper would exhaust the stack of what walks through them. */
const MAX_DEPTH = 100;

/** Members of bodies that hold what workflows work with, or a part of a definition: kept as JSON, or checked as a definition is. */
const kept = /^\/body\/(inputData|input|output|data|mocks|task)$/;

/** Refuses what no later step could take: text with a NUL character, which databases cannot store, and bottomless bodies. */
export const refuseUnreadable: RequestHandler = (req, _res, next) => {
  next(faultOf(req));
};

function faultOf(req: Request): RequestInvalidError | undefined {
  if (/%00/.test(req.originalUrl)) return holdsNul('/path');
  if (isDeeperThan(req.body, MAX_DEPTH)) {
    const message = `must not be nested deeper than ${MAX_DEPTH} levels`;
    return new RequestInvalidError([{ pointer: '/body', message }]);
  }
  if (!isJson(req.body) || takesDefinition(req)) return undefined;
  const pointer = findNul(req.body, '/body', at => kept.test(at));
  return pointer === undefined ? undefined : holdsNul(pointer);
}

function holdsNul(pointer: string): RequestInvalidError {
  const message = 'must not contain a NUL character';
  return new RequestInvalidError([{ pointer, message }]);
}

/** Bodies of other types are text. */
function isJson(body: unknown): boolean {
  return typeof body !== 'string';
}

/** Level by level, so that depth costs no stack. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isContainer);
  for (let reached = 0; level.length > 0; reached += 1) {
    if (reached === depth) return true;
    level = level.flatMap(container =>
      Object.values(container).filter(isContainer),
    );
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
