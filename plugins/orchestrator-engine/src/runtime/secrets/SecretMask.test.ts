import { SecretMask } from './SecretMask';

const mask = new SecretMask({
  login: { username: 'ada', password: 'pass word' },
  token: 'abc-123',
  longer: 'abc-123-456',
  pin: '12',
  keys: ['key-one', 7, null, { deep: 'key-two' }],
});

it.each([
  ['abc-123', '***'],
  ['Bearer abc-123!', 'Bearer ***!'],
  ['abc-123-456 abc-123', '*** ***'],
  ['http://x/?p=pass%20word', 'http://x/?p=***'],
  [`Basic ${btoa('ada:pass word')}`, 'Basic ***'],
  [
    ['key-one', { a: 'key-two' }],
    ['***', { a: '***' }],
  ],
  [{ 'abc-123': 1 }, { '***': 1 }],
])('makes of %j %j', (value, expected) => {
  expect(mask.of(value)).toEqual(expected);
});

it.each([['ada'], ['pin is 12'], [7], [null], [true]])(
  'leaves %j alone',
  value => expect(mask.of(value)).toBe(value),
);

it('hides texts also where they stand in JSON text', () => {
  const quoted = new SecretMask({ key: 'say "hi"' });
  expect(quoted.of(JSON.stringify({ text: 'say "hi"' }))).toBe(
    '{"text":"***"}',
  );
});

it('gives the same value back when there is nothing to hide', () => {
  const value = { a: ['abc-123'] };
  expect(new SecretMask({}).of(value)).toBe(value);
});
