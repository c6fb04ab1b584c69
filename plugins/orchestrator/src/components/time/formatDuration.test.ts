import { formatDuration } from './formatDuration';

it.each([
  [-5, '0 ms'],
  [340, '340 ms'],
  [4210, '4.2 s'],
  [42_900, '42 s'],
  [63_000, '1m 03s'],
  [7_440_000, '2h 04m'],
  [277_200_000, '3d 05h'],
])('%d ms reads as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
