import { matchesPattern } from './matchesPattern';

it.each<[string, string, boolean]>([
  ['hello', 'hello', true],
  ['hello', 'HELLO', true],
  ['hello', 'hello world', false],
  ['', '', true],
  ['', 'a', false],
  ['%', '', true],
  ['%', 'anything', true],
  ['_', '', false],
  ['_', '\u{1F600}', true],
  ['h_llo', 'hallo', true],
  ['%lo', 'hello', true],
  ['he%', 'hello', true],
  ['%l%o%', 'hello world', true],
  ['%ab%ac', 'abxabxac', true],
  ['%ab%ac', 'abxabxad', false],
  ['a\\%b', 'a%b', true],
  ['a\\%b', 'axb', false],
  ['a\\\\b', 'a\\b', true],
  ['.*', 'anything', false],
  ['(', '(', true],
])('%j like %j: %j', (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

it('takes little time for patterns made to take much', () => {
  const pattern = '%a'.repeat(500);
  const before = performance.now();

  expect(matchesPattern(`${pattern}b`, 'a'.repeat(5_000))).toBe(false);

  expect(performance.now() - before).toBeLessThan(1_000);
});
