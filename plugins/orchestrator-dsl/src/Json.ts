/** Any JSON value. @public */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** An inline JSON Schema. @public */
export type JsonSchema = boolean | { readonly [key: string]: Json };
