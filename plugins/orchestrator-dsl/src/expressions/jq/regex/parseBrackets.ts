import {
  ESCAPED_CLASSES,
  escapeForBrackets,
  NAMED_CLASSES,
} from './CharacterSets';
import type { PatternReader } from './PatternReader';
import { RegexSyntaxError } from './RegexTree';

/** Reads what is behind `[`, up to its end, and writes it as JavaScript does. @internal */
export function parseBrackets(reader: PatternReader): string {
  const caret = reader.takeIf('^') ? '^' : '';
  let members = '';
  // A bracket in the first place is a member.
  let isFirst = true;
  while (isFirst || !reader.startsWith(']')) {
    if (reader.isAtEnd) {
      throw new RegexSyntaxError('premature end of char-class');
    }
    members += member(reader);
    isFirst = false;
  }
  reader.takeIf(']');
  return `[${caret}${members}]`;
}

/** A class, a character or a range. */
function member(reader: PatternReader): string {
  const named = reader.takeNamedClass();
  if (named) return namedClass(named.name, named.isNegated);
  const first = reader.take();
  if (first === '\\') {
    const letter = requireMore(reader).take();
    const set = escapedClass(reader, letter);
    return set ?? range(reader, reader.escapedCharacter(letter));
  }
  return range(reader, first);
}

function range(reader: PatternReader, first: string): string {
  const start = escaped(first);
  if (!reader.startsWith('-') || reader.startsWith('-]')) return start;
  reader.take();
  const last = requireMore(reader).take();
  if (last !== '\\') return `${start}-${escaped(last)}`;
  const letter = requireMore(reader).take();
  const set = escapedClass(reader, letter);
  return set
    ? `${start}${escaped('-')}${set}`
    : `${start}-${escaped(reader.escapedCharacter(letter))}`;
}

function escapedClass(
  reader: PatternReader,
  letter: string,
): string | undefined {
  const lower = letter.toLowerCase();
  if (lower === 'p') return reader.takeProperty(letter);
  if (!Object.hasOwn(ESCAPED_CLASSES, lower)) return undefined;
  if (letter === lower) return ESCAPED_CLASSES[lower];
  return negatedClass(ESCAPED_CLASSES[lower]);
}

function namedClass(name: string, isNegated: boolean): string {
  if (!Object.hasOwn(NAMED_CLASSES, name)) {
    throw new RegexSyntaxError('invalid POSIX bracket type');
  }
  const members = NAMED_CLASSES[name];
  return isNegated ? negatedClass(members) : members;
}

function negatedClass(members: string): string {
  return `[^${members}]`;
}

function escaped(character: string): string {
  return escapeForBrackets(character.codePointAt(0) ?? 0);
}

function requireMore(reader: PatternReader): PatternReader {
  if (reader.isAtEnd) {
    throw new RegexSyntaxError('premature end of char-class');
  }
  return reader;
}
