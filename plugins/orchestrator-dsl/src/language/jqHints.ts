/** How something is said in jq that other languages say otherwise, by what it looks like there. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/\{\{/, 'an expression stands in `${ }`'],
  [/===|!==/, 'jq compares with `==` and `!=`'],
  [/&&/, 'jq says `and`'],
  [/\|\|/, 'jq says `or`'],
  [/!(?!=)/, 'jq says `| not` behind what is negated'],
  [/'/, 'jq has text in double quotes'],
  [/\?[^/]*:/, 'jq says `if … then … else … end`'],
  [
    /\.[A-Za-z_]\w*-[A-Za-z_]/,
    'a name with `-` in it is written `.["a-name"]`',
  ],
];

/** Text in double quotes, in which all this has no meaning. */
const quoted = /"(?:[^"\\]|\\.)*"/g;

/**
 * What the author of a faulty expression probably needs to know.
 *
 * @returns nothing when the expression has no sign of another language
 * @internal
 */
export function jqHint(expression: string): string | undefined {
  const bare = expression.replace(quoted, '""');
  return hints.find(([sign]) => sign.test(bare))?.[1];
}
