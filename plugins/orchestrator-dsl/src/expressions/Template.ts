import type { Json } from '../Json';

/** jq text without its `${ }`. @public */
export type Expression = string;

/** JSON whose strings may be, or contain, `${ … }`. @public */
export type Template = Json;
