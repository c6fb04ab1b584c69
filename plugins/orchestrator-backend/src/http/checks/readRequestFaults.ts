import { InputError } from '@backstage/errors';
import { suggest } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ErrorRequestHandler, Request } from 'express';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { faultsOfForms } from './faultsOfForms';
import { inWords } from './inWords';
import { knownMembers, knownParameters } from './knownNames';

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
  next(new RequestInvalidError(faultsOfForms(faults).map(inWords)));
};

function faultsOf(text: string, req: Request): readonly Fault[] {
  const parameter = /^Unknown query parameter '(.*)'$/s.exec(text)?.[1];
  if (parameter !== undefined) return [unknownParameter(parameter, req)];
  if (text === 'unsupported media type undefined') return [noBody];
  const [, pointer, message] = /^request(\/\S*) (.*)$/s.exec(text) ?? [];
  if (pointer === undefined) return [{ pointer: '', message: text }];
  if (message === 'must NOT have additional properties') {
    const unknown = unknownMembers(pointer, req);
    if (unknown.length > 0) return unknown;
  }
  return [{ pointer, message }];
}

/** Without a body there is no type of it either, which is what the validator asks for first. */
const noBody: Fault = {
  pointer: '/body',
  message: 'is required, with the header Content-Type: application/json',
};

function unknownParameter(name: string, req: Request): Fault {
  const message = `is no parameter here${among(knownParameters(req), name)}`;
  return { pointer: `/query/${name}`, message };
}

function unknownMembers(pointer: string, req: Request): readonly Fault[] {
  const { value, known } = knownMembers(req, pointer);
  return Object.keys(value)
    .filter(name => !known.includes(name))
    .map(name => ({
      pointer: `${pointer}/${name}`,
      message: `is not known here${among(known, name)}`,
    }));
}

/** What was probably meant by a name that is not known, and all that are. */
function among(names: readonly string[], unknown: string): string {
  if (names.length === 0) return '';
  const known = `; known: ${names.join(', ')}`;
  const meant = suggest(unknown, names);
  if (meant !== undefined) return `; did you mean ${meant}${known}`;
  return names.includes(INPUT)
    ? `; what the workflow is to work with belongs into ${INPUT}${known}`
    : known;
}

/** The member that holds a workflow's input: callers forget that it is not the body itself. */
const INPUT = 'inputData';
