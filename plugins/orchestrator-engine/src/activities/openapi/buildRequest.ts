import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { standardError } from '../../interpreter/WorkflowError';
import type { JsonObject } from '../JsonObject';
import type {
  ApiBody,
  ApiOperation,
  ApiParameter,
  ParameterPlace,
  ParameterValues,
} from './ApiOperation';
import { serializeParameter } from './serializeParameter';

/** A request, before credentials and headers of our own. */
export interface ApiRequest {
  readonly uri: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: { readonly value: Json; readonly contentType: string };
}

/**
 * Puts each value where its parameter belongs. Values that no parameter takes are the body, unless there is a `body`.
 *
 * @throws WorkflowError `validation` that names all that is missing, or that the operation does not know
 */
export function buildRequest(
  operation: ApiOperation,
  values: ParameterValues,
): ApiRequest {
  requireParameters(operation, values);
  const { server, path } = operation;
  const query = written(operation, values, 'query');
  const cookie = written(operation, values, 'cookie');
  return {
    uri: `${server}${filledPath(path, operation, values)}${
      query.length > 0 ? `?${query.join('&')}` : ''
    }`,
    headers: {
      ...headersOf(operation, values),
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
    },
    body: bodyOf(operation, values),
  };
}

function requireParameters(
  operation: ApiOperation,
  values: ParameterValues,
): void {
  const missing = operation.parameters.filter(
    ({ name, isRequired }) => isRequired && isAbsent(values[name]),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name, place }) => `${name} (${place})`);
  throw standardError(
    'validation',
    `The operation ${operation.id} needs ${names.join(', ')}`,
  );
}

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

function given(
  { parameters }: ApiOperation,
  values: ParameterValues,
  place: ParameterPlace,
): readonly ApiParameter[] {
  return parameters.filter(
    parameter => parameter.place === place && !isAbsent(values[parameter.name]),
  );
}

function written(
  operation: ApiOperation,
  values: ParameterValues,
  place: ParameterPlace,
): readonly string[] {
  return given(operation, values, place)
    .map(parameter => serializeParameter(parameter, values[parameter.name]))
    .filter(text => text !== '');
}

function filledPath(
  path: string,
  operation: ApiOperation,
  values: ParameterValues,
): string {
  return given(operation, values, 'path').reduce(
    (filled, parameter) =>
      filled.replaceAll(`{${parameter.name}}`, () =>
        serializeParameter(parameter, values[parameter.name]),
      ),
    path,
  );
}

function headersOf(operation: ApiOperation, values: ParameterValues) {
  return Object.fromEntries(
    given(operation, values, 'header').map(parameter => [
      parameter.name,
      serializeParameter(parameter, values[parameter.name]),
    ]),
  );
}

function bodyOf(
  operation: ApiOperation,
  values: ParameterValues,
): ApiRequest['body'] {
  const { body, id } = operation;
  const rest = leftovers(operation, values);
  if (!body) {
    requireNoLeftovers(operation, rest);
    return undefined;
  }
  const value = bodyValue(body, rest, formFields(operation, values));
  if (value !== undefined) return { value, contentType: body.contentType };
  if (!body.isRequired) return undefined;
  throw standardError('validation', `The operation ${id} needs a body`);
}

function bodyValue(
  { name = 'body' }: ApiBody,
  rest: JsonObject,
  fields: JsonObject,
): Json | undefined {
  if (name in rest) return rest[name];
  if ('body' in rest) return rest.body;
  const members = { ...fields, ...rest };
  return Object.keys(members).length > 0 ? members : undefined;
}

/** Form fields with several values keep their list where each is a field of its own. */
function formFields(
  operation: ApiOperation,
  values: ParameterValues,
): JsonObject {
  return Object.fromEntries(
    given(operation, values, 'form').map(({ name, style }) => {
      const value = values[name];
      const isJoined = Array.isArray(value) && !style.explode;
      const delimiter = decodeURIComponent(style.delimiter);
      return [name, isJoined ? value.join(delimiter) : value];
    }),
  );
}

function leftovers(
  { parameters }: ApiOperation,
  values: ParameterValues,
): JsonObject {
  const taken = new Set(parameters.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !taken.has(name)),
  );
}

function requireNoLeftovers(
  { id, parameters }: ApiOperation,
  rest: JsonObject,
): void {
  const unknown = Object.keys(rest);
  if (unknown.length === 0) return;
  const known = parameters.map(({ name }) => name);
  throw standardError(
    'validation',
    `The operation ${id} has no parameter ${unknown.join(', ')} and no body; ${
      known.length > 0 ? `it has ${known.join(', ')}` : 'it has no parameters'
    }`,
  );
}
