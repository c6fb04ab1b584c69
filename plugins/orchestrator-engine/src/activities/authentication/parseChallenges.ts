/** One way in which a server wants to be told who calls. */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case, values without quotes. */
  readonly parameters: { readonly [name: string]: string };
}

const WORD = /([\w-]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]+))?/g;

/** The challenges of a `WWW-Authenticate` header (RFC 9110, 11.6.1): a word without a value begins the next one. */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: {
    scheme: string;
    parameters: { [name: string]: string };
  }[] = [];
  for (const [, word, value] of header.matchAll(WORD)) {
    if (value === undefined) {
      challenges.push({ scheme: word.toLowerCase(), parameters: {} });
    } else if (challenges.length > 0) {
      const { parameters } = challenges[challenges.length - 1];
      parameters[word.toLowerCase()] = unquoted(value);
    }
  }
  return challenges;
}

function unquoted(value: string): string {
  return value.startsWith('"')
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value;
}
