import type { Json } from '../../../Json';
import { quotePreview } from './preview';

const MAX_BYTES = 2000;

/** The value's JSON, cut when it is long. @internal */
export function boundedText(value: Json): string {
  return quotePreview(value, MAX_BYTES);
}
