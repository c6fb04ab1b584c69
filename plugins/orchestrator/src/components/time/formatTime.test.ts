import { Settings } from 'luxon';
import {
  clockElsewhere,
  formatClock,
  formatTime,
  formatTimesIn,
  formatZonedTime,
} from './formatTime';

const time = '2026-01-31T22:05:06.789Z';

describe('in the time zone of India', () => {
  beforeEach(() => {
    Settings.defaultZone = 'Asia/Kolkata';
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it('writes a moment by the clock of the reader, or in UTC', () => {
    expect(formatTime(time, 'local')).toBe('1 Feb 2026, 03:35:06');
    expect(formatTime(time, 'utc')).toBe('31 Jan 2026, 22:05:06 UTC');
  });

  it('says which zone is meant', () => {
    expect(formatZonedTime(time, 'relative')).toBe(
      '1 Feb 2026, 03:35:06 UTC+05:30',
    );
    expect(formatZonedTime(time, 'utc')).toBe('31 Jan 2026, 22:05:06 UTC');
  });

  it('says what clocks show elsewhere, where that is another time', () => {
    expect(clockElsewhere(time, 'local', 'Europe/Berlin')).toBe('23:05');
    expect(clockElsewhere(time, 'utc', 'Asia/Kolkata')).toBe('03:35');
    expect(clockElsewhere(time, 'local', 'Asia/Kolkata')).toBeUndefined();
    expect(clockElsewhere(time, 'utc', 'Etc/UTC')).toBeUndefined();
  });

  it('writes the time of day to the millisecond', () => {
    expect(formatClock(time, 'relative')).toBe('03:35:06.789');
    expect(formatClock(time, 'utc')).toBe('22:05:06.789');
  });

  it('writes the moments within a text', () => {
    const text = `month: until ${time}`;
    expect(formatTimesIn(text, 'relative')).toBe(
      'month: until 1 Feb 2026, 03:35:06',
    );
    expect(formatTimesIn(text, 'utc')).toBe(
      'month: until 31 Jan 2026, 22:05:06 UTC',
    );
  });

  it('leaves the day out of moments of today', () => {
    const today = new Date().toISOString();
    expect(formatTimesIn(`until ${today}`, 'relative')).toMatch(
      /^until \d\d:\d\d:\d\d$/,
    );
  });
});
