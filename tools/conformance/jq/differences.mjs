/** Programs by what in them differs; the reasons are also in docs/expressions.md. */
const byProgram = [
  [
    /\b(env|input|inputs|input_filename|input_line_number|halt|gamma)\b|\$ENV/,
    'left out: using it does not compile',
  ],
  [
    /\b(ascii|leaf_paths|skip|toarray|have_literal_numbers|have_decnum|dateadd|trim|ltrim|rtrim|date)\b|@base32/,
    'jq 1.7 or 1.8 has it, the build of jq-web does not',
  ],
  [/\brepeat\b/, 'the build of jq-web never gives the input itself'],
  [/\babs\b/, 'as jq 1.8: for numbers only'],
  [/\breverse\b/, 'as jq 1.7: reverses strings too'],
  [
    /\b(from_entries|with_entries)\b/,
    'as jq 1.7: k, v and keys that are numbers or booleans are taken',
  ],
  [
    /path\((reduce|foreach|last)|\((reduce|last)/,
    'paths lead through reduce, foreach and last',
  ],
  [
    /path\(null\)/,
    'a computed null is no path, not even where the input is null',
  ],
  [/@html/, "jq 1.7 writes &#39; for ', the build of jq-web &apos;"],
  [/@nosuch/, 'an unknown format does not compile'],
  [/\{\(1\|\.\)/, 'a computed key that is no string is an error of evaluation'],
  [/indices/, 'strings are counted in characters, not in bytes'],
  [/strf|strptime|mktime/, "a date function that jq-web's C library lacks"],
  [/\\\\h|\{,2\}/, "of Oniguruma's syntaxes jq uses one without it"],
  [
    /match/,
    'empty matches: each once, groups without a match are null, repeated groups keep their last text',
  ],
  [/ascii_(down|up)case/, 'jq 1.7 names the function in the message'],
];

/** Numbers that neither program nor input computes keep their spelling in jq. */
const keepsSpelling = {
  applies: (_pair, own, jq) => {
    const text = JSON.stringify(jq) ?? '';
    return canonical(text) === canonical(JSON.stringify(own) ?? '');
  },
  reason: 'jq keeps the spelling of numbers that are not computed with',
};

/**
 * Where we differ from the jq that we are compared with, and why. Each disagreement that applies to none of these fails the
 * comparison.
 */
export const differences = [
  keepsSpelling,
  ...byProgram.map(([pattern, reason]) => ({
    // In generated programs such parts stand beside too many others to explain a disagreement.
    applies: ({ program, isWritten }) => isWritten && pattern.test(program),
    reason,
  })),
];

function canonical(text) {
  return text.replace(/-?\d+(\.\d+)?([eE][-+]?\d+)?/g, found =>
    String(Number(found)),
  );
}
