import { memberNames } from './memberNames';

it.each([
  ['$secrets.a', ['a']],
  ['.x + $secrets["a b"] + "\\($secrets.c)"', ['a b', 'c']],
  ['[$secrets."d-e"?]', ['d-e']],
  ['$secrets | .a', []],
  ['$secrets[.name]', []],
  ['"$secrets.a"', []],
  ['.secrets.a', []],
  ['. as $secrets | $secrets.a', []],
  ['. as {$secrets} | $secrets.a', []],
  ['def f($secrets): $secrets.a; f(1)', []],
  ['$secrets.', []],
])('%s reads the members %j', (text, names) => {
  expect(memberNames(text, 'secrets')).toEqual(names);
});
