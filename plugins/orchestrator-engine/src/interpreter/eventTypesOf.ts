import type { ListenEffect } from './effects';

/** Types of the events that a listener takes, each once; empty when it takes events of any type. */
export function eventTypesOf({
  expectations,
}: ListenEffect): readonly string[] {
  const types = expectations.map(({ literals }) => literals.type);
  return types.every(isText) ? [...new Set(types)] : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
