/** Templates filled in as whoever needs them can use them. All of these throw a {@link WorkflowError} of kind `expression`. */
import type {
  Json,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from './expressions';
import { asText, isList, isObject, type JsonObject } from './json';
import type { Evaluation } from './Run';
import { standardError } from './WorkflowError';

/** The text that a template gives; it must not be empty. @param what - names the field, for the error */
export function fillText(
  template: Template,
  on: Evaluation,
  what: string,
): string {
  const value = fill(template, on);
  if (typeof value === 'string' && value !== '') return value;
  throw mismatch(what, 'a text', value);
}

/** As {@link fillText}, of a field that may be absent or give `null`. */
export function fillOptionalText(
  template: Template | undefined,
  on: Evaluation,
): string | undefined {
  if (template === undefined) return undefined;
  const value = fill(template, on);
  return value === null ? undefined : asText(value);
}

/** The object that a template gives; empty without one. */
export function fillObject(
  template: Template | undefined,
  on: Evaluation,
  what: string,
): JsonObject {
  if (template === undefined) return {};
  const value = fill(template, on);
  if (isObject(value)) return value;
  throw mismatch(what, 'an object', value);
}

/** An object of texts, without the members that are `null`; values of other kinds are written as JSON. */
export function fillTextMap(
  template: Template | undefined,
  on: Evaluation,
  what: string,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(fillObject(template, on, what))
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, asText(value)]),
  );
}

/** A list of texts; values of other kinds are written as JSON. Empty without a template. */
export function fillTexts(
  template: Template | undefined,
  on: Evaluation,
  what: string,
): readonly string[] {
  if (template === undefined) return [];
  const value = fill(template, on);
  if (isList(value)) return value.map(asText);
  throw mismatch(what, 'an array', value);
}

/** The whole number, not below `least`, that a template gives. */
export function fillWholeNumber(
  template: Template,
  on: Evaluation,
  { what, least }: { readonly what: string; readonly least: number },
): number {
  const value = fill(template, on);
  const number = typeof value === 'string' ? Number(value || NaN) : value;
  if (Number.isInteger(number) && Number(number) >= least) {
    return Number(number);
  }
  throw mismatch(what, `a whole number from ${least} on`, value);
}

const LONGEST_SHOWN = 200;

function mismatch(what: string, expected: string, value: Json) {
  const text = asText(value);
  const shown =
    text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return standardError(
    'expression',
    `${what} must give ${expected}, got ${
      shown === '' ? 'an empty text' : shown
    }`,
  );
}
