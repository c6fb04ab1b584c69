import { JqError } from '../JqError';
import { describe } from '../values/describe';
import type { Plains } from './Builtin';
import { formats } from '../values/formats';

/** `format("name")`. @internal */
export const formatFunction: Plains = {
  'format/1': (run, input, name) => {
    const format = typeof name === 'string' ? formats.get(name) : undefined;
    if (format) return format(input, run);
    throw new JqError(
      typeof name === 'string'
        ? `${name} is not a valid format`
        : `${describe(name)} is not a valid format`,
    );
  },
};
