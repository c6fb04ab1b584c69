/** Any JSON value. @public */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** jq text without its `${ }`. @public */
export type Expression = string;

/** JSON whose strings may be, or contain, `${ … }`. @public */
export type Template = Json;

/** An inline JSON Schema. @public */
export type JsonSchema = boolean | { readonly [key: string]: Json };

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
