import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { RequestInvalidError } from './RequestInvalidError';

/**
 * Takes the validator's message apart into single faults.
 *
 * Backstage's router keeps of the validator's error the message alone: `request/body/a must be …, request/query/b must …`.
 */
export const readRequestFaults: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  if (!(error instanceof InputError) || error instanceof RequestInvalidError) {
    next(error);
    return;
  }
  const faults = error.message.split(/, (?=request\/)/).map(toFault);
  next(new RequestInvalidError(faults));
};

function toFault(text: string) {
  const [, pointer, message] = /^request(\/\S*) (.*)$/s.exec(text) ?? [];
  return pointer === undefined
    ? { pointer: '', message: text }
    : { pointer, message };
}
