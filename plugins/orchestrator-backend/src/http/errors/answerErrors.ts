import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorResponse } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ErrorRequestHandler, Request } from 'express';
import { describeError, isOurs, type DescribedError } from './describeError';

/** Answers errors in the body that Backstage has for them, with the orchestrator's codes. Logs those that are ours. */
export function answerErrors(logger: LoggerService): ErrorRequestHandler {
  return (error, req, res, next) => {
    const described = describeError(error);
    if (isOurs(described)) {
      logger.error(`${req.method} ${req.path} failed`, error);
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    if (described.retryAfterSeconds !== undefined) {
      res.setHeader('Retry-After', described.retryAfterSeconds);
    }
    res.status(described.status).json(errorBody(described, req));
  };
}

function errorBody(
  { status, name, message, code, details }: DescribedError,
  req: Request,
): ErrorResponse {
  return {
    error: { name, message, code, details: details && [...details] },
    request: { method: req.method, url: req.url },
    response: { statusCode: status },
  };
}
