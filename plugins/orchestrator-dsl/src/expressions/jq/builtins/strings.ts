import type { Json } from '../../../Json';
import { add } from '../values/arithmetic';
import { JqError } from '../JqError';
import { indexValue, indicesOf } from '../paths/access';
import type { Run } from '../Run';
import { describe, unfit } from '../values/describe';
import { jsonText, textOf } from '../values/jsonText';
import { parseJson } from '../values/parseJson';
import { isArray, typeName } from '../values/types';
import type { Plains } from './Builtin';
import { splitText } from '../values/splitText';

/** Functions of strings. @internal */
export const strings: Plains = {
  'tostring/0': (run, input) => textOf(input, run),
  'tojson/0': (run, input) => jsonText(input, run),
  'fromjson/0': (run, input) => {
    if (typeof input !== 'string')
      throw unfit(input, 'only strings can be parsed');
    return parseJson(input, run);
  },
  'tonumber/0': toNumber,
  'ascii_downcase/0': (run, input) =>
    changeCase(run, input, 'ascii_downcase', /[A-Z]+/g, text =>
      text.toLowerCase(),
    ),
  'ascii_upcase/0': (run, input) =>
    changeCase(run, input, 'ascii_upcase', /[a-z]+/g, text =>
      text.toUpperCase(),
    ),
  'startswith/1': (_run, input, part) => {
    if (typeof input !== 'string' || typeof part !== 'string') {
      throw new JqError('startswith() requires string inputs');
    }
    return input.startsWith(part);
  },
  'endswith/1': (_run, input, part) => {
    if (typeof input !== 'string' || typeof part !== 'string') {
      throw new JqError('endswith() requires string inputs');
    }
    return input.endsWith(part);
  },
  'ltrimstr/1': (run, input, part) => withoutStart(run, input, part),
  'rtrimstr/1': (run, input, part) => withoutEnd(run, input, part),
  'trimstr/1': (run, input, part) =>
    withoutEnd(run, withoutStart(run, input, part), part),
  'trim/0': (run, input) =>
    trim(run, input, text => text.replace(LEADING, '').replace(TRAILING, '')),
  'ltrim/0': (run, input) =>
    trim(run, input, text => text.replace(LEADING, '')),
  'rtrim/0': (run, input) =>
    trim(run, input, text => text.replace(TRAILING, '')),
  'split/1': (run, input, separator) => {
    if (typeof input !== 'string' || typeof separator !== 'string') {
      throw new JqError('split input and separator must be strings');
    }
    return splitText(input, separator, run);
  },
  'explode/0': explode,
  'implode/0': implode,
  'utf8bytelength/0': (run, input) => {
    if (typeof input !== 'string') {
      throw unfit(input, 'only strings have UTF-8 byte length');
    }
    run.step(1 + input.length / 16);
    run.build(3 * input.length);
    return new TextEncoder().encode(input).length;
  },
  'join/1': join,
  'indices/1': indices,
  'index/1': (run, input, part) => firstOf(indices(run, input, part)),
  'rindex/1': (run, input, part) => lastOf(indices(run, input, part)),
};

const LEADING = /^[ \t\n\r\f\v]+/;
const TRAILING = /(?<![ \t\n\r\f\v])[ \t\n\r\f\v]+$/;

function toNumber(run: Run, input: Json): Json {
  if (typeof input === 'number') return input;
  if (typeof input !== 'string') {
    throw unfit(input, 'cannot be parsed as a number');
  }
  const value = parseJson(input, run);
  if (typeof value === 'number') return value;
  throw unfit(input, 'cannot be parsed as a number');
}

function changeCase(
  run: Run,
  input: Json,
  name: string,
  letters: RegExp,
  change: (text: string) => string,
): Json {
  if (typeof input !== 'string') {
    throw new JqError(`${name} input must be a string`);
  }
  run.step(1 + input.length / 16);
  run.build(2 * input.length);
  return input.replace(letters, change);
}

function withoutStart(run: Run, input: Json, part: Json): Json {
  if (typeof input !== 'string' || typeof part !== 'string') return input;
  if (!input.startsWith(part)) return input;
  run.build(2 * (input.length - part.length));
  return input.slice(part.length);
}

function withoutEnd(run: Run, input: Json, part: Json): Json {
  if (typeof input !== 'string' || typeof part !== 'string') return input;
  if (part === '' || !input.endsWith(part)) return input;
  run.build(2 * (input.length - part.length));
  return input.slice(0, input.length - part.length);
}

function trim(run: Run, input: Json, change: (text: string) => string): Json {
  if (typeof input !== 'string') throw unfit(input, 'cannot be trimmed');
  run.step(1 + input.length / 16);
  run.build(2 * input.length);
  return change(input);
}

function explode(run: Run, input: Json): Json {
  if (typeof input !== 'string') {
    throw new JqError('explode input must be a string');
  }
  run.step(input.length);
  run.build(16 * input.length);
  return Array.from(input, character => character.codePointAt(0) ?? 0);
}

function implode(run: Run, input: Json): Json {
  if (!isArray(input)) throw new JqError('implode input must be an array');
  run.step(input.length);
  run.build(4 * input.length);
  return input.map(characterOf).join('');
}

const REPLACEMENT = 0xfffd;

function characterOf(code: Json): string {
  if (typeof code !== 'number') {
    throw new JqError(
      `${describe(
        code,
      )} can't be imploded, unicode codepoint needs to be numeric`,
    );
  }
  const point = Math.trunc(code);
  const isCharacter =
    point >= 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return String.fromCodePoint(isCharacter ? point : REPLACEMENT);
}

function join(run: Run, input: Json, separator: Json): Json {
  const items = typeof input === 'object' && input ? Object.values(input) : [];
  if (!isArray(input) && typeName(input) !== 'object') {
    throw new JqError(`Cannot iterate over ${describe(input)}`);
  }
  let joined: Json = null;
  for (const item of items) {
    run.step(1);
    const start: Json = joined === null ? '' : append(joined, separator, run);
    joined = append(start, joinable(item, run), run);
  }
  return joined ?? '';
}

function joinable(item: Json, run: Run): Json {
  if (typeof item === 'boolean' || typeof item === 'number') {
    return jsonText(item, run);
  }
  return item ?? '';
}

function append(text: Json, item: Json, run: Run): Json {
  if (typeof text !== 'string' || typeof item !== 'string') {
    return add(text, item, run);
  }
  run.build(2 * item.length + 16);
  return text + item;
}

function indices(run: Run, input: Json, part: Json): Json {
  if (input === null) return null;
  if (typeof input === 'string' && typeof part === 'string') {
    return textIndices(run, input, part);
  }
  if (isArray(input)) {
    return indicesOf(input, isArray(part) ? part : [part], run);
  }
  return indexValue(input, part, run);
}

/** By code point. */
function textIndices(run: Run, text: string, part: string): number[] {
  const found: number[] = [];
  if (part === '') return found;
  run.step(1 + text.length / 8);
  let points = 0;
  let counted = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    points += countPoints(text, counted, at);
    counted = at;
    run.step(1);
    run.build(16);
    found.push(points);
  }
  return found;
}

/** How many code points there are between two UTF-16 positions. @internal */
export function countPoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

function firstOf(found: Json): Json {
  return isArray(found) ? found[0] ?? null : found;
}

function lastOf(found: Json): Json {
  return isArray(found) ? found.at(-1) ?? null : found;
}
