import { jqHint } from './jqHints';

it.each([
  ['{{ .x }}', 'an expression stands in `${ }`'],
  ['.x === 1', 'jq compares with `==` and `!=`'],
  ['.x && .y', 'jq says `and`'],
  ['.x || .y', 'jq says `or`'],
  ['!.x', 'jq says `| not` behind what is negated'],
  [".x == 'a'", 'jq has text in double quotes'],
  ['.x ? 1 : 2', 'jq says `if … then … else … end`'],
  ['.my-field', 'a name with `-` in it is written `.["a-name"]`'],
])('knows what the author of %s needs to know', (expression, hint) => {
  expect(jqHint(expression)).toBe(hint);
});

it.each(['.x | map(', '"it\'s && !" + ', '.a != 1 .b', '.a.b?.c ..'])(
  'sees nothing of another language in %s',
  expression => {
    expect(jqHint(expression)).toBeUndefined();
  },
);
