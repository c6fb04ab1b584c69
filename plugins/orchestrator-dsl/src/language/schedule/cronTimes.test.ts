import { nextCronTime } from './cronTimes';

it.each([
  ['0 8 * * *', 'UTC', '2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z'],
  ['0 8 * * *', 'UTC', '2026-03-01T07:59:59Z', '2026-03-01T08:00:00Z'],
  [
    '0 8 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    '2026-03-29T06:00:00Z',
  ],
  ['0 0 L * *', 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T00:00:00Z'],
])('%s in %s is due after %s at %s', (cron, zone, after, due) => {
  expect(nextCronTime(cron, zone, new Date(after))).toEqual(new Date(due));
});

it('never comes true on the 31st of February', () => {
  const after = new Date('2026-01-01T00:00:00Z');
  expect(nextCronTime('0 0 31 2 *', 'UTC', after)).toBeUndefined();
});
