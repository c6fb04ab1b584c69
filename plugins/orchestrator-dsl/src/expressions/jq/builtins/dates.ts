import type { Json } from '../../../Json';
import {
  breakDown,
  fromArray,
  secondsSinceEpoch,
  toArray,
  type BrokenDownTime,
} from '../dates/BrokenDownTime';
import { formatTime } from '../dates/formatTime';
import { parseTime } from '../dates/parseTime';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { isArray } from '../values/types';
import type { Plains } from './Builtin';

/** Functions of times; the local time zone is always UTC. @internal */
export const dates: Plains = {
  'now/0': run => run.now(),
  'mktime/0': (_run, input) => {
    if (!isArray(input)) throw new JqError('mktime requires array inputs');
    const time = fromArray(input);
    if (!time) throw new JqError('mktime requires parsed datetime inputs');
    return secondsSinceEpoch(time);
  },
  'gmtime/0': (run, input) => timeArray(run, input, 'gmtime'),
  'localtime/0': (run, input) => timeArray(run, input, 'localtime'),
  'strftime/1': (run, input, format) =>
    formatAs(run, input, format, 'strftime'),
  'strflocaltime/1': (run, input, format) =>
    formatAs(run, input, format, 'strflocaltime'),
  'strptime/1': parse,
};

/** Beyond it JavaScript has no dates. */
const MAX_SECONDS = 8.64e12;

function timeArray(run: Run, input: Json, name: string): Json {
  run.build(120);
  return toArray(requireSeconds(input, `${name}() requires numeric inputs`));
}

function requireSeconds(input: Json, complaint: string): BrokenDownTime {
  if (typeof input !== 'number') throw new JqError(complaint);
  if (!(Math.abs(input) <= MAX_SECONDS)) {
    throw new JqError(
      'error converting number of seconds since epoch to datetime',
    );
  }
  return breakDown(input);
}

function formatAs(run: Run, input: Json, format: Json, name: string): Json {
  const complaint = `${name}/1 requires parsed datetime inputs`;
  const time = isArray(input)
    ? fromArray(input)
    : requireSeconds(input, complaint);
  if (!time) throw new JqError(complaint);
  if (typeof format !== 'string') {
    throw new JqError(`${name}/1 requires a string format`);
  }
  run.step(format.length);
  run.build(16 * format.length);
  return formatTime(time, format);
}

function parse(run: Run, input: Json, format: Json): Json {
  if (typeof input !== 'string' || typeof format !== 'string') {
    throw new JqError('strptime/1 requires string inputs and arguments');
  }
  run.step(input.length + format.length);
  run.build(120 + 2 * format.length);
  const time = parseTime(input, format);
  if (time) return toArray(time);
  throw new JqError(`date "${input}" does not match format "${format}"`);
}
