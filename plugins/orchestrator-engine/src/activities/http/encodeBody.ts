import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { FormData } from 'undici';
import { isObject, type JsonObject } from '../JsonObject';

/**
 * A body in the form that its content type names: form fields, a multipart form, else JSON; text stays as it is.
 *
 * The content type of a multipart form must not be sent along: the form itself brings one that says where its parts end.
 */
export function encodeBody(body: Json, contentType: string): string | FormData {
  if (isObject(body)) {
    if (contentType.startsWith('application/x-www-form-urlencoded')) {
      return fieldsOf(body, new URLSearchParams()).toString();
    }
    if (contentType.startsWith('multipart/form-data')) {
      return fieldsOf(body, new FormData());
    }
  }
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** What a body is sent as unless somebody says otherwise. */
export function defaultContentType(body: Json): string {
  return typeof body === 'string'
    ? 'text/plain; charset=utf-8'
    : 'application/json';
}

/** A value as it is written in a query, a form field or a header. */
export function plainText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Each element of a list is a field of its own; what is `null` is left out. */
export function fieldsOf<T extends URLSearchParams | FormData>(
  members: JsonObject,
  fields: T,
): T {
  for (const [name, value] of Object.entries(members)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null) fields.append(name, plainText(one));
    }
  }
  return fields;
}
