import { childPointer, isJsonPointer, valueAt } from './jsonPointer';

it.each([
  ['', 'do', '/do'],
  ['/do', 0, '/do/0'],
  ['/a', 'b/c~d', '/a/b~1c~0d'],
])('the member of %j called %j is at %j', (pointer, key, expected) => {
  expect(childPointer(pointer, key)).toBe(expected);
});

it.each([
  ['', { a: 1 }],
  ['/a', undefined],
  ['/x~1y/1/z', 'found'],
  ['/x~1y/2', undefined],
  ['/toString', undefined],
  ['/s/0', undefined],
])('%j leads to %j', (pointer, expected) => {
  const value = { 'x/y': [0, { z: 'found' }], s: 'text' };
  expect(valueAt(pointer === '' ? { a: 1 } : value, pointer)).toEqual(expected);
});

it.each([
  ['', true],
  ['/', true],
  ['/a/0/b~0~1', true],
  ['a', false],
  ['/a~2', false],
  ['/a~', false],
])('%j is a pointer: %p', (text, expected) => {
  expect(isJsonPointer(text)).toBe(expected);
});
