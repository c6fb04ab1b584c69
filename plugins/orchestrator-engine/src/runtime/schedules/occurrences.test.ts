import {
  dueOccurrences,
  firstOccurrence,
  MAX_MISSED,
  type ScheduleSpec,
} from './occurrences';

const at = (text: string) => Date.parse(text);
const texts = (times: readonly number[]) =>
  times.map(time => new Date(time).toISOString());

const daily: ScheduleSpec = {
  kind: 'cron',
  cron: '30 2 * * *',
  timeZone: 'Europe/Berlin',
};
const everyMinute: ScheduleSpec = { kind: 'every', everyMs: 60_000 };

/** All times at which a schedule starts something between two times, when it is looked after all the time. */
function startsBetween(spec: ScheduleSpec, from: string, to: string) {
  const anchorAt = at(from);
  const starts: number[] = [];
  let nextAt = firstOccurrence(spec, anchorAt);
  while (nextAt !== undefined && nextAt <= at(to)) {
    const due = dueOccurrences(
      spec,
      { anchorAt, nextAt },
      { now: nextAt, misfire: 'one' },
    );
    starts.push(...due.start);
    nextAt = due.nextAt;
  }
  return texts(starts);
}

it('counts from when a fixed rate was first seen', () => {
  expect(
    startsBetween(everyMinute, '2026-01-01T00:00:10Z', '2026-01-01T00:03:00Z'),
  ).toEqual(['2026-01-01T00:01:10.000Z', '2026-01-01T00:02:10.000Z']);
});

it('keeps to the hour of the time zone across the change to summer time', () => {
  const noon: ScheduleSpec = { ...daily, cron: '0 12 * * *' };
  expect(
    startsBetween(noon, '2026-03-27T20:00:00Z', '2026-03-29T20:00:00Z'),
  ).toEqual(['2026-03-28T11:00:00.000Z', '2026-03-29T10:00:00.000Z']);
});

it('starts once on the day whose hour does not exist, and once on the day that has it twice', () => {
  expect(
    startsBetween(daily, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'),
  ).toHaveLength(2);
  expect(
    startsBetween(daily, '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'),
  ).toHaveLength(2);
});

describe('after a downtime of ten minutes', () => {
  const anchorAt = at('2026-01-01T00:00:00Z');
  const nextAt = at('2026-01-01T00:01:00Z');
  const now = at('2026-01-01T00:10:30Z');
  const later = at('2026-01-01T00:11:00Z');

  it.each([
    ['one', ['2026-01-01T00:10:00.000Z']],
    ['skip', ['2026-01-01T00:10:00.000Z']],
    [
      'all',
      Array.from({ length: 10 }, (_, n) =>
        new Date(nextAt + n * 60_000).toISOString(),
      ),
    ],
  ] as const)('policy %s', (misfire, expected) => {
    const due = dueOccurrences(
      everyMinute,
      { anchorAt, nextAt },
      { now, misfire },
    );
    expect(texts(due.start)).toEqual(expected);
    expect(due.nextAt).toBe(later);
  });

  it('skips what was missed by more than a minute', () => {
    const hourly: ScheduleSpec = { kind: 'every', everyMs: 3_600_000 };
    const due = dueOccurrences(
      hourly,
      { anchorAt, nextAt: anchorAt + 3_600_000 },
      { now: anchorAt + 3_600_000 + 61_000, misfire: 'skip' },
    );
    expect(due).toEqual({
      start: [],
      missed: 1,
      nextAt: anchorAt + 7_200_000,
    });
  });
});

it('makes up for no more than a bounded number, however long the downtime', () => {
  const due = dueOccurrences(
    everyMinute,
    { anchorAt: 0, nextAt: 60_000 },
    { now: 365 * 24 * 3_600_000, misfire: 'all' },
  );
  expect(due.start).toHaveLength(MAX_MISSED);
  expect(due.nextAt).toBe(365 * 24 * 3_600_000 + 60_000);
});

it('starts what follows an end at once, and waits for that end', () => {
  const after: ScheduleSpec = { kind: 'after', afterMs: 1000 };
  expect(firstOccurrence(after, 5)).toBe(5);
  expect(
    dueOccurrences(
      after,
      { anchorAt: 5, nextAt: 5 },
      { now: 9, misfire: 'one' },
    ),
  ).toEqual({ start: [5], missed: 0 });
});
