import { isComputed, parseTextTemplate } from './parseExpression';
import type { ParseScope } from './ParseScope';
import type { ObjectReader } from './source/ObjectReader';
import type { SourceNode } from './source/SourceNode';
import type { Duration, Json } from './WorkflowDefinition';

const UNIT_MS = {
  days: 24 * 60 * 60 * 1000,
  hours: 60 * 60 * 1000,
  minutes: 60 * 1000,
  seconds: 1000,
  milliseconds: 1,
} as const;

type Unit = keyof typeof UNIT_MS;

const UNITS = Object.keys(UNIT_MS) as readonly Unit[];

const ISO_8601 =
  /^P(?!$)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Years, months, weeks, days, hours, minutes, seconds. */
const ISO_UNITS_MS = [
  365 * UNIT_MS.days,
  30 * UNIT_MS.days,
  7 * UNIT_MS.days,
  UNIT_MS.days,
  UNIT_MS.hours,
  UNIT_MS.minutes,
  UNIT_MS.seconds,
];

/**
 * Whole milliseconds of a duration's value: ISO 8601 text such as `PT1.5S`, or an object such as `{ seconds: 1 }`.
 * A month counts 30 days, a year 365.
 *
 * @returns `undefined` when the value is no duration
 * @public
 */
export function parseDuration(value: Json): number | undefined {
  const ms = typeof value === 'string' ? isoMs(value) : objectMs(value);
  return ms !== undefined && Number.isSafeInteger(ms) ? ms : undefined;
}

function isoMs(text: string): number | undefined {
  const match = ISO_8601.exec(text);
  if (!match) return undefined;
  const ms = ISO_UNITS_MS.map(
    (unit, index) => unit * Number(match[index + 1] ?? 0),
  );
  return Math.round(ms.reduce((sum, part) => sum + part));
}

function objectMs(value: Json): number | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return undefined;
  }
  const members = Object.entries(value);
  if (members.length === 0) return undefined;
  return members.reduce<number | undefined>((sum, [name, count]) => {
    const unit = UNITS.find(known => known === name);
    if (sum === undefined || unit === undefined || !isCount(count)) {
      return undefined;
    }
    return sum + count * UNIT_MS[unit];
  }, 0);
}

function isCount(value: Json): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const EXPECTED =
  'a duration: ISO 8601 text such as `PT30S`, or units such as `seconds: 30`';

/** Reads a duration: units, ISO 8601 text, or an expression of either. @internal */
export function parseDurationNode(
  node: SourceNode,
  scope: ParseScope,
): Duration {
  if (isComputed(node.json)) {
    return { kind: 'computed', template: parseTextTemplate(node, scope) };
  }
  if (node.isObject()) return { kind: 'fixed', ms: unitsMs(node) };
  if (!node.isText()) node.reportType(EXPECTED);
  const ms = parseDuration(node.json);
  if (ms === undefined && node.isText()) {
    const message = `\`${node.json}\` is not a duration; expected ${EXPECTED}`;
    node.report({ code: 'INVALID_DURATION', message });
  }
  return { kind: 'fixed', ms: ms ?? 0 };
}

function unitsMs(node: SourceNode): number {
  const ms = node.object(readUnits);
  const isUnreasonable = !Number.isSafeInteger(ms);
  if (node.members.length === 0 || isUnreasonable) {
    const message = isUnreasonable
      ? 'the duration is too long'
      : `a duration needs at least one of ${UNITS.join(', ')}`;
    node.report({ code: 'INVALID_DURATION', message });
  }
  return ms;
}

function readUnits(reader: ObjectReader): number {
  return UNITS.reduce(
    (sum, unit) =>
      sum +
      (reader.optional(unit, count => count.count()) ?? 0) * UNIT_MS[unit],
    0,
  );
}
