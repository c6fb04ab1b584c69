/** Operations of OpenAPI 2.0, also known as Swagger. */
import type { Located, References } from '../documents/References';
import { listOr, textOr, type JsonObject } from '../JsonObject';
import type {
  ApiBody,
  ApiOperation,
  ApiParameter,
  ParameterStyle,
} from './ApiOperation';
import { bestContentType } from './contentTypes';
import type { FoundOperation } from './findOperation';
import { mergedParameters } from './mergedParameters';
import { readApiKey } from './readApiKey';

/** The operation that was found, in the terms of all versions. */
export async function readVersion2(
  root: Located,
  found: FoundOperation,
  references: References,
): Promise<ApiOperation> {
  const { id, method, path, operation } = found;
  const parameters = await mergedParameters(found, references);
  const consumes = listOr(operation.value.consumes ?? root.value.consumes);
  return {
    id,
    method: method.toUpperCase(),
    path,
    server: serverOf(root, operation),
    parameters: parameters
      .filter(parameter => parameter.in !== 'body')
      .map(readParameter),
    body: readBody(parameters, consumes.map(String)),
    apiKey: await readApiKey({
      root,
      requirements: operation.value.security ?? root.value.security,
      schemes: root.value.securityDefinitions,
      references,
    }),
  };
}

/** What the document leaves open is as it is for the document itself. */
function serverOf({ value, document }: Located, operation: Located): string {
  const from = new URL(document.uri);
  const schemes = listOr(operation.value.schemes ?? value.schemes);
  const own = from.protocol.slice(0, -1);
  const scheme =
    schemes.length === 0 || schemes.includes(own)
      ? own
      : schemes.find(one => one === 'https') ?? schemes[0];
  const host = textOr(value.host, from.host);
  const basePath = textOr(value.basePath, '').replace(/\/+$/, '');
  return `${scheme}://${host}${basePath}`;
}

const PLACES = ['path', 'query', 'header'] as const;

function readParameter(parameter: JsonObject): ApiParameter {
  const place = PLACES.find(one => one === parameter.in) ?? 'form';
  return {
    name: textOr(parameter.name, ''),
    place,
    isRequired: parameter.required === true || place === 'path',
    style: styleOf(parameter, place === 'query' || place === 'form'),
  };
}

const DELIMITERS: { readonly [collectionFormat: string]: string } = {
  csv: ',',
  ssv: '%20',
  tsv: '%09',
  pipes: '%7C',
};

function styleOf(
  { collectionFormat }: JsonObject,
  isNamed: boolean,
): ParameterStyle {
  const format = textOr(collectionFormat, 'csv');
  return {
    name: isNamed ? 'form' : 'simple',
    explode: format === 'multi',
    delimiter: DELIMITERS[format] ?? ',',
    allowReserved: false,
  };
}

function readBody(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
): ApiBody | undefined {
  const body = parameters.find(parameter => parameter.in === 'body');
  if (body) {
    return {
      name: textOr(body.name, 'body'),
      isRequired: body.required === true,
      contentType: bestContentType(consumes),
    };
  }
  const fields = parameters.filter(parameter => parameter.in === 'formData');
  if (fields.length === 0) return undefined;
  const hasFile = fields.some(({ type }) => type === 'file');
  const form = hasFile ? 'multipart/form-data' : FORM;
  return { isRequired: false, contentType: bestContentType(consumes, form) };
}

const FORM = 'application/x-www-form-urlencoded';
