import type { RequestHandler } from 'express';
import { NotAcceptableError } from '../errors/httpErrors';

const ours = /^application\/vnd\.orchestrator\.v(\d+)\+json$/i;

/** Refuses requests that accept only another version of the API. */
export const refuseUnacceptable: RequestHandler = (req, _res, next) => {
  const types = (req.get('Accept') ?? '*/*')
    .split(',')
    .map(type => type.split(';')[0].trim());
  const isAccepted = types.some(type => (ours.exec(type)?.[1] ?? '2') === '2');
  next(
    isAccepted
      ? undefined
      : new NotAcceptableError(
          'This is version 2 of the API; ask for application/json or application/vnd.orchestrator.v2+json',
        ),
  );
};
