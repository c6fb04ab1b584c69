import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import { quotePreview } from './preview';
import { typeName } from './types';

/** The value as jq's messages name it: its type and the beginning of its JSON. @internal */
export function describe(value: Json): string {
  return `${typeName(value)} (${quotePreview(value)})`;
}

/** `<type> (<value>) <complaint>`, as most errors of jq are worded. @internal */
export function unfit(value: Json, complaint: string): JqError {
  return new JqError(`${describe(value)} ${complaint}`);
}

/** `<type> (<value>) and <type> (<value>) <complaint>`. @internal */
export function unfitPair(left: Json, right: Json, complaint: string): JqError {
  return new JqError(`${describe(left)} and ${describe(right)} ${complaint}`);
}
