import {
  breakDown,
  secondsSinceEpoch,
  type BrokenDownTime,
} from './BrokenDownTime';
import { COMPOUND_CONVERSIONS } from './compoundConversions';
import { MONTHS, WEEKDAYS } from './names';

interface Parsed {
  year: number;
  month: number;
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
  isAfternoon?: boolean;
  century?: number;
  dayOfYear?: number;
  epoch?: number;
}

type Store = (parsed: Parsed, text: string) => void;

const namesPattern = (names: readonly string[]) =>
  `${names.join('|')}|${names.map(name => name.slice(0, 3)).join('|')}`;
const weekday = field(namesPattern(WEEKDAYS), () => undefined);
const month = field(namesPattern(MONTHS), (parsed, text) => {
  const start = text.slice(0, 3).toLowerCase();
  parsed.month = MONTHS.findIndex(name => name.toLowerCase().startsWith(start));
});

const FIELDS: {
  readonly [letter: string]: {
    readonly pattern: string;
    readonly store: Store;
  };
} = {
  a: weekday,
  A: weekday,
  b: month,
  B: month,
  h: month,
  C: number(2, (parsed, value) => {
    parsed.century = value;
  }),
  d: number(
    2,
    (parsed, value) => {
      parsed.day = value;
    },
    1,
    31,
  ),
  e: number(
    2,
    (parsed, value) => {
      parsed.day = value;
    },
    1,
    31,
  ),
  H: number(
    2,
    (parsed, value) => {
      parsed.hours = value;
    },
    0,
    23,
  ),
  I: number(
    2,
    (parsed, value) => {
      parsed.hours = value % 12;
    },
    1,
    12,
  ),
  j: number(
    3,
    (parsed, value) => {
      parsed.dayOfYear = value - 1;
    },
    1,
    366,
  ),
  m: number(
    2,
    (parsed, value) => {
      parsed.month = value - 1;
    },
    1,
    12,
  ),
  M: number(
    2,
    (parsed, value) => {
      parsed.minutes = value;
    },
    0,
    59,
  ),
  p: field('AM|PM', (parsed, text) => {
    parsed.isAfternoon = /p/i.test(text);
  }),
  s: field('[+-]?\\d+', (parsed, text) => {
    parsed.epoch = Number(text);
  }),
  S: number(
    2,
    (parsed, value) => {
      parsed.seconds = value;
    },
    0,
    61,
  ),
  u: number(1, () => undefined, 1, 7),
  U: number(2, () => undefined, 0, 53),
  w: number(1, () => undefined, 0, 6),
  W: number(2, () => undefined, 0, 53),
  y: number(2, (parsed, value) => {
    parsed.year = value + (value < 69 ? 2000 : 1900);
  }),
  Y: field('[+-]?\\d{1,4}', (parsed, text) => {
    parsed.year = Number(text);
  }),
  z: field('Z|[+-]\\d{2}:?(?:\\d{2})?', () => undefined),
  Z: field('[A-Za-z]+', () => undefined),
};

function field(pattern: string, store: Store) {
  return { pattern, store };
}

function number(
  digits: number,
  store: (parsed: Parsed, value: number) => void,
  least = 0,
  most = Infinity,
) {
  return field(`\\d{1,${digits}}`, (parsed, text) => {
    const value = Number(text);
    if (value < least || value > most) throw new RangeError(text);
    store(parsed, value);
  });
}

/**
 * As C's `strptime` in the C locale and in UTC; an offset is read but, as in jq, not applied.
 *
 * @returns undefined when the text is not of the format
 * @internal
 */
export function parseTime(
  text: string,
  format: string,
): BrokenDownTime | undefined {
  const parsed: Parsed = {
    year: 1970,
    month: 0,
    day: 1,
    hours: 0,
    minutes: 0,
    seconds: 0,
  };
  const end = parseFrom(text, 0, format, parsed);
  return end === text.length ? complete(parsed) : undefined;
}

/** @returns where parsing ended, -1 when it failed */
function parseFrom(
  text: string,
  start: number,
  format: string,
  parsed: Parsed,
): number {
  let at = start;
  for (const [, letter, blank, literal] of format.matchAll(
    /%[EO]?([a-zA-Z%])|(\s+)|([^])/g,
  )) {
    if (blank !== undefined || letter === 'n' || letter === 't') {
      at = skipBlanks(text, at);
    } else if (literal !== undefined || letter === '%') {
      at = text.startsWith(literal ?? '%', at)
        ? at + (literal ?? '%').length
        : -1;
    } else {
      at = parseField(text, at, letter, parsed);
    }
    if (at < 0) return -1;
  }
  return at;
}

function parseField(
  text: string,
  start: number,
  letter: string,
  parsed: Parsed,
): number {
  if (Object.hasOwn(COMPOUND_CONVERSIONS, letter)) {
    return parseFrom(text, start, COMPOUND_CONVERSIONS[letter], parsed);
  }
  if (!Object.hasOwn(FIELDS, letter)) return -1;
  const { pattern, store } = FIELDS[letter];
  const at = skipBlanks(text, start);
  const match = new RegExp(pattern, 'iy');
  match.lastIndex = at;
  const found = match.exec(text)?.[0];
  if (found === undefined) return -1;
  try {
    store(parsed, found);
  } catch (error) {
    if (error instanceof RangeError) return -1;
    throw error;
  }
  return at + found.length;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at])) at += 1;
  return at;
}

function complete(parsed: Parsed): BrokenDownTime {
  if (parsed.epoch !== undefined) return breakDown(parsed.epoch);
  const { century, dayOfYear, isAfternoon, ...time } = parsed;
  if (century !== undefined) time.year = century * 100 + (time.year % 100);
  if (isAfternoon) time.hours += 12;
  if (dayOfYear !== undefined) {
    time.month = 0;
    time.day = dayOfYear + 1;
  }
  const seconds = secondsSinceEpoch({ ...time, weekday: 0, dayOfYear: 0 });
  return breakDown(seconds);
}
