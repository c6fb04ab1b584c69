type Token =
  | { readonly kind: 'text' }
  | { readonly kind: 'one' }
  | { readonly kind: 'exactly'; readonly letter: string };

/**
 * Whether a whole text is like an SQL pattern, letters of either case.
 *
 * Takes time proportional to pattern times text at most, whatever the pattern.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern.toLowerCase());
  const letters = [...text.toLowerCase()];
  let token = 0;
  let letter = 0;
  /** Where to go on when what follows the last `%` does not fit: it takes one letter more. */
  let retry: { readonly token: number; letter: number } | undefined;
  while (letter < letters.length) {
    const wanted = tokens.at(token);
    if (wanted?.kind === 'text') {
      retry = { token: token + 1, letter };
      token += 1;
    } else if (wanted && fits(wanted, letters[letter])) {
      token += 1;
      letter += 1;
    } else if (retry) {
      retry.letter += 1;
      token = retry.token;
      letter = retry.letter;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(({ kind }) => kind === 'text');
}

function fits(token: Token, letter: string): boolean {
  return token.kind !== 'exactly' || token.letter === letter;
}

function tokensOf(pattern: string): readonly Token[] {
  const parts = pattern.match(/\\?[^]/gu) ?? [];
  return parts.map(part => {
    if (part === '%') return { kind: 'text' };
    if (part === '_') return { kind: 'one' };
    return { kind: 'exactly', letter: part.replace(/^\\(?=[^])/u, '') };
  });
}
