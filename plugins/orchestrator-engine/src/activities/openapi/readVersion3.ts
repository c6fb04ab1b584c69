/** Operations of OpenAPI 3.0 and 3.1. */
import { standardError } from '../../interpreter/WorkflowError';
import type { Located, References } from '../documents/References';
import { plainText } from '../http/encodeBody';
import { listOr, objectOr, textOr, type JsonObject } from '../JsonObject';
import type {
  ApiBody,
  ApiOperation,
  ApiParameter,
  ParameterPlace,
  ParameterStyle,
} from './ApiOperation';
import { bestContentType } from './contentTypes';
import type { FoundOperation } from './findOperation';
import { mergedParameters } from './mergedParameters';
import { readApiKey } from './readApiKey';

/** The operation that was found, in the terms of all versions. */
export async function readVersion3(
  root: Located,
  found: FoundOperation,
  references: References,
): Promise<ApiOperation> {
  const { id, method, path, operation } = found;
  const parameters = await mergedParameters(found, references);
  return {
    id,
    method: method.toUpperCase(),
    path,
    server: serverOf(root, found),
    parameters: parameters.map(readParameter),
    body: await readBody(operation, references),
    apiKey: await readApiKey({
      root,
      requirements: operation.value.security ?? root.value.security,
      schemes: objectOr(root.value.components).securitySchemes,
      references,
    }),
  };
}

/** The nearest server; what it leaves open is relative to the document. */
function serverOf(root: Located, { operation, pathItem }: FoundOperation) {
  const [server = {}] = [operation, pathItem, root]
    .map(({ value }) => listOr(value.servers))
    .find(({ length }) => length > 0) ?? [{}];
  const { url, variables } = objectOr(server);
  const address = fillVariables(textOr(url, '/'), objectOr(variables));
  const { uri } = root.document;
  if (URL.canParse(address, uri)) {
    return new URL(address, uri).href.replace(/\/+$/, '');
  }
  throw standardError(
    'validation',
    `The server ${address} of ${uri} is no address`,
  );
}

function fillVariables(url: string, variables: JsonObject): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const { default: value } = objectOr(variables[name]);
    return value === undefined ? whole : plainText(value);
  });
}

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

function readParameter(parameter: JsonObject): ApiParameter {
  const place = PLACES.find(one => one === parameter.in) ?? 'query';
  return {
    name: textOr(parameter.name, ''),
    place,
    isRequired: parameter.required === true || place === 'path',
    style: styleOf(parameter, place),
  };
}

/** Styles that differ from `form` in what is between elements only. */
const DELIMITERS: { readonly [style: string]: string } = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

const STYLES = ['simple', 'label', 'matrix', 'form', 'deepObject'] as const;

function styleOf(parameter: JsonObject, place: ParameterPlace): ParameterStyle {
  const usual =
    place === 'path' || place === 'header' ? 'simple' : ('form' as const);
  const given = textOr(parameter.style, usual);
  const name = STYLES.find(one => one === given) ?? usual;
  return {
    name: parameter.content === undefined ? name : 'json',
    explode:
      typeof parameter.explode === 'boolean'
        ? parameter.explode
        : given === 'form',
    delimiter: DELIMITERS[given] ?? ',',
    allowReserved: parameter.allowReserved === true,
  };
}

async function readBody(
  operation: Located,
  references: References,
): Promise<ApiBody | undefined> {
  if (operation.value.requestBody === undefined) return undefined;
  const { value } = await references.follow(
    operation.value.requestBody,
    operation,
  );
  return {
    isRequired: value.required === true,
    contentType: bestContentType(Object.keys(objectOr(value.content))),
  };
}
