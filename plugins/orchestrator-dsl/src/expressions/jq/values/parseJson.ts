import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { JsonReader } from './JsonReader';

/** What may stand for a number that is not finite. */
const BEYOND_JSON = /[eE]\+?\d{3}|\d{300}|nan|inf/i;

/**
 * The value of a JSON text; as jq, takes `nan` too.
 *
 * @throws JqError in jq's words
 * @internal
 */
export function parseJson(text: string, run: Run): Json {
  run.step(1 + text.length / 8);
  run.build(8 * text.length);
  run.hasLeftJson ||= BEYOND_JSON.test(text);
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    // jq's reader takes a little more and has its own messages.
    return readAsJq(text);
  }
}

function readAsJq(text: string): Json {
  const reader = new JsonReader(text);
  try {
    return reader.read();
  } catch (error) {
    if (!(error instanceof JqError)) throw error;
    throw new JqError(`${error.value} (while parsing '${text}')`);
  }
}
