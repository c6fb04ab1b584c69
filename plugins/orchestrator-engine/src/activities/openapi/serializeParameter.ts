import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { plainText } from '../http/encodeBody';
import { isObject } from '../JsonObject';
import type { ApiParameter, ParameterStyle } from './ApiOperation';

/** What stands before, and between, values that stand on their own; and whether each brings its name (RFC 6570, 3.2). */
const WRITTEN = {
  simple: { prefix: '', separator: ',', isNamed: false },
  label: { prefix: '.', separator: '.', isNamed: false },
  matrix: { prefix: ';', separator: ';', isNamed: true },
  form: { prefix: '', separator: '&', isNamed: true },
};

/** What a `form` parameter is written with between its parts when they are not part of a URL. */
type Encode = (text: string) => string;

/** A parameter as its style has it: percent-encoded but in headers. */
export function serializeParameter(
  { name, place, style }: ApiParameter,
  value: Json,
): string {
  const encode = place === 'header' ? identity : encoderOf(style);
  switch (style.name) {
    case 'json':
      return place === 'query' || place === 'cookie'
        ? `${encode(name)}=${encode(JSON.stringify(value))}`
        : encode(JSON.stringify(value));
    case 'deepObject':
      return deepObject(name, value, encode).join('&');
    default: {
      const { prefix, separator, isNamed } = WRITTEN[style.name];
      const label = isNamed ? encode(name) : undefined;
      return prefix + partsOf(label, value, style, encode).join(separator);
    }
  }
}

function partsOf(
  label: string | undefined,
  value: Json,
  { explode, delimiter }: ParameterStyle,
  encode: Encode,
): readonly string[] {
  const labelled = (text: string) =>
    label === undefined ? text : `${label}=${text}`;
  const written = (one: Json) => encode(plainText(one));
  if (Array.isArray(value)) {
    return explode
      ? value.map(one => labelled(written(one)))
      : [labelled(value.map(written).join(delimiter))];
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [encode(name), written(member)] as const,
    );
    return explode
      ? members.map(pair => pair.join('='))
      : [labelled(members.flat().join(delimiter))];
  }
  return [labelled(written(value))];
}

function deepObject(path: string, value: Json, encode: Encode): string[] {
  if (Array.isArray(value)) {
    return value.map(one => `${encode(path)}=${encode(plainText(one))}`);
  }
  if (!isObject(value)) return [`${encode(path)}=${encode(plainText(value))}`];
  return Object.entries(value).flatMap(([name, member]) =>
    deepObject(`${path}[${name}]`, member, encode),
  );
}

function encoderOf({ allowReserved }: ParameterStyle): Encode {
  return allowReserved
    ? text => encodeURI(text).replace(/[#&+]/g, encodeURIComponent)
    : encodeURIComponent;
}

function identity(text: string): string {
  return text;
}
