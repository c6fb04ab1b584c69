import { suggest } from './suggest';

it.each([
  ['retires', ['retries', 'errors'], 'retries'],
  ['OUTPUT', ['output', 'input'], 'output'],
  ['onput', ['output', 'input'], 'input'],
  ['i', ['if', 'input'], 'if'],
  ['lgo', ['log', 'do'], 'log'],
  ['wiht', ['width', 'with'], 'with'],
  ['xyz', ['output', 'input'], undefined],
  ['', ['a'], undefined],
  ['a', [], undefined],
  ['a'.repeat(65), ['a'.repeat(66)], undefined],
])('for %j out of %j is %j', (text, candidates, expected) => {
  expect(suggest(text, candidates)).toBe(expected);
});
