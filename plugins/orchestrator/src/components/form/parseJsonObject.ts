import type { JsonObject } from '@backstage/types';

/** Either the object, or why the text is none. */
export type ParsedObject =
  | { readonly value: JsonObject; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** Reads text as a JSON object; empty text is an empty object. */
export function parseJsonObject(text: string): ParsedObject {
  if (text.trim() === '') return { value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return { value };
    return { problem: 'The input must be a JSON object: { … }' };
  } catch (error) {
    return { problem: `This is not JSON: ${(error as Error).message}` };
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
