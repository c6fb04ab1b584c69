import { assigns } from './assigns';

it.each([
  '.x = 1',
  '.x |= . + 1',
  '.a | .b //= 2',
  '. as $x | .y = $x',
  'def f: 1; .x += f',
])('says that %s assigns', text => {
  expect(assigns(text)).toBe(true);
});

it.each([
  '.x == 1',
  '.x != 1',
  '.x <= 1',
  '.x >= 1',
  '(.x = 1) | .x',
  '[.a[] |= 1] | length == 2',
  'true',
])('says that %s does not', text => {
  expect(assigns(text)).toBe(false);
});
