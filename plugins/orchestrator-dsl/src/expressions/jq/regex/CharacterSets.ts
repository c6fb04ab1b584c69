import { RegexSyntaxError, type CharacterSet } from './RegexTree';

const ASCII = 128;

/**
 * A set that a bracket expression of JavaScript, with its flag `v`, describes.
 *
 * JavaScript's engine only ever looks at one character, so nothing it does can take long.
 *
 * @param brackets - such as `[a-z\p{L}]`
 * @throws RegexSyntaxError when JavaScript does not know a property
 * @internal
 */
export function characterSet(
  brackets: string,
  ignoreCase: boolean,
): CharacterSet {
  const pattern = onePointPattern(brackets, ignoreCase);
  const ascii = Array.from({ length: ASCII }, (_, code) =>
    pattern.test(String.fromCodePoint(code)),
  );
  return {
    has: code =>
      code < ASCII ? ascii[code] : pattern.test(String.fromCodePoint(code)),
  };
}

function onePointPattern(brackets: string, ignoreCase: boolean): RegExp {
  try {
    return new RegExp(`^${brackets}$`, ignoreCase ? 'iv' : 'v');
  } catch (error) {
    const isRange = String(error).includes('out of order');
    throw new RegexSyntaxError(
      isRange ? 'empty range in char class' : 'invalid character property name',
    );
  }
}

/** The set of a single character. @internal */
export function singleCharacter(
  code: number,
  ignoreCase: boolean,
): CharacterSet {
  return ignoreCase
    ? characterSet(`[${escapeForBrackets(code)}]`, true)
    : { has: other => other === code };
}

/** @internal */
export function escapeForBrackets(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

/** What stands for a class behind a backslash, to be put in brackets. @internal */
export const ESCAPED_CLASSES: { readonly [letter: string]: string } = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{Pc}',
  s: '\\s\\x85',
  h: '0-9a-fA-F',
};

/** What `[:name:]` stands for inside of brackets. @internal */
export const NAMED_CLASSES: { readonly [name: string]: string } = {
  alnum: '\\p{Alphabetic}\\p{M}\\p{Nd}',
  alpha: '\\p{Alphabetic}\\p{M}',
  ascii: '\\x00-\\x7f',
  blank: '\\t\\p{Zs}',
  cntrl: '\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}',
  digit: '\\p{Nd}',
  graph: '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}',
  lower: '\\p{Lowercase}',
  print: '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}',
  punct: '\\p{P}$+<=>^`\\|~',
  space: '\\s\\x85',
  upper: '\\p{Uppercase}',
  word: '\\p{L}\\p{M}\\p{N}\\p{Pc}',
  xdigit: '0-9a-fA-F',
};
