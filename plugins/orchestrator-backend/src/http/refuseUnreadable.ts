import type { RequestHandler } from 'express';
import { RequestInvalidError } from './RequestInvalidError';

/** Bodies nested deeper would exhaust the stack of what walks through them. */
const MAX_DEPTH = 100;

/** Refuses what no later step could take: paths with a NUL character, which databases cannot store, and bottomless bodies. */
export const refuseUnreadable: RequestHandler = (req, _res, next) => {
  if (/%00/.test(req.originalUrl)) {
    const message = 'must not contain a NUL character';
    next(new RequestInvalidError([{ pointer: '/path', message }]));
  } else if (isDeeperThan(req.body, MAX_DEPTH)) {
    const message = `must not be nested deeper than ${MAX_DEPTH} levels`;
    next(new RequestInvalidError([{ pointer: '/body', message }]));
  } else {
    next();
  }
};

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
