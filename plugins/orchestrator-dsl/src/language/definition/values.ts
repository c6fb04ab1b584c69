import type { Template } from '../../expressions/Template';

export type { Expression, Template } from '../../expressions/Template';
export type { Json, JsonSchema } from '../../Json';

/**
 * A span of time: whole milliseconds where the definition says it outright, else the template of an ISO 8601 text.
 *
 * @public
 */
export type Duration =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'computed'; readonly template: Template };

/** Where the flow goes after a task. @public */
export type FlowDirective =
  | { readonly kind: 'continue' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'end' }
  | { readonly kind: 'task'; readonly name: string };
