/** Messages as JSON (ProtoJSON: names in lowerCamelCase, 64-bit numbers and enumerations as text, bytes in base64). */
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Type } from 'protobufjs';
import { standardError } from '../../interpreter/WorkflowError';
import { reasonOf } from '../carryOut';
import { isObject, type JsonObject } from '../JsonObject';

/**
 * The bytes of a message.
 *
 * @throws WorkflowError `validation` when a value has no place in it
 */
export function encodeMessage(type: Type, value: JsonObject): Buffer {
  const members = knownMembers(type, value, '');
  try {
    const message = type.fromObject(members);
    return Buffer.from(type.encode(message).finish());
  } catch (error) {
    throw standardError(
      'validation',
      `The arguments do not fit ${nameOf(type)}: ${reasonOf(error)}`,
    );
  }
}

/** A message as JSON: 64-bit numbers, enums and bytes are texts, and what is not set has its default. */
export function decodeMessage(type: Type, bytes: Buffer): Json {
  const plain = type.toObject(type.decode(bytes), {
    longs: String,
    enums: String,
    bytes: String,
    defaults: true,
    json: true,
  });
  return JSON.parse(JSON.stringify(plain));
}

/** Names may be given as the proto file has them, too. */
function knownMembers(type: Type, value: JsonObject, path: string): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([given, member]) => {
      const name = given in type.fields ? given : camelCase(given);
      const field = type.fields[name];
      if (!field) throw unknownField(type, `${path}${given}`);
      const { resolvedType, map } = field;
      const inner =
        resolvedType && 'fields' in resolvedType && !map
          ? nested(resolvedType, member, `${path}${given}.`)
          : member;
      return [name, inner];
    }),
  );
}

function nested(type: Type, value: Json, path: string): Json {
  if (Array.isArray(value)) {
    return value.map(one => nested(type, one, path));
  }
  return isObject(value) && !isWellKnown(type)
    ? knownMembers(type, value, path)
    : value;
}

/** Types such as `google.protobuf.Any` are written as something else. */
function isWellKnown(type: Type): boolean {
  return type.fullName.startsWith('.google.protobuf.');
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_whole, letter) => letter.toUpperCase());
}

function unknownField(type: Type, path: string): Error {
  const known = Object.keys(type.fields).join(', ');
  return standardError(
    'validation',
    `${nameOf(type)} has no field ${path}; it has ${known || 'none'}`,
  );
}

function nameOf({ fullName }: Type): string {
  return fullName.slice(1);
}
