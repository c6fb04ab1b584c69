import { InputError } from '@backstage/errors';
import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ErrorRequestHandler, Request } from 'express';
import { knownMembers, knownParameters } from './knownNames';
import { RequestInvalidError } from './RequestInvalidError';

/**
 * Takes the validator's message apart into single faults, and says of what is not known by which name it is.
 *
 * Backstage's router keeps of the validator's error the message alone: `request/body/a must be …, request/query/b must …`.
 */
export const readRequestFaults: ErrorRequestHandler = (
  error,
  req,
  _res,
  next,
) => {
  if (!(error instanceof InputError) || error instanceof RequestInvalidError) {
    next(error);
    return;
  }
  const faults = error.message
    .split(/, (?=request\/)/)
    .flatMap(text => faultsOf(text, req));
  next(new RequestInvalidError(faults));
};

function faultsOf(text: string, req: Request): readonly Fault[] {
  const parameter = /^Unknown query parameter '(.*)'$/s.exec(text)?.[1];
  if (parameter !== undefined) return [unknownParameter(parameter, req)];
  const [, pointer, message] = /^request(\/\S*) (.*)$/s.exec(text) ?? [];
  if (pointer === undefined) return [{ pointer: '', message: text }];
  if (message === 'must NOT have additional properties') {
    const unknown = unknownMembers(pointer, req);
    if (unknown.length > 0) return unknown;
  }
  return [{ pointer, message: plainer[message] ?? message }];
}

/** What the validator says of formats, in words. */
const plainer: { readonly [message: string]: string } = {
  'must match format "date-time"':
    'must be a time in ISO 8601, e.g. 2026-11-22T03:00:00.000Z',
  'must match format "uuid"': 'must be a UUID',
};

function unknownParameter(name: string, req: Request): Fault {
  const message = ['is no parameter here', among(knownParameters(req))];
  return { pointer: `/query/${name}`, message: message.join('') };
}

function unknownMembers(pointer: string, req: Request): readonly Fault[] {
  const { value, known } = knownMembers(req, pointer);
  return Object.keys(value)
    .filter(name => !known.includes(name))
    .map(name => ({
      pointer: `${pointer}/${name}`,
      message: `is not known here${among(known)}`,
    }));
}

function among(names: readonly string[]): string {
  return names.length > 0 ? `; there are ${names.join(', ')}` : '';
}
