import {
  characterSet,
  ESCAPED_CLASSES,
  singleCharacter,
} from './CharacterSets';
import { parseBrackets } from './parseBrackets';
import { PatternReader } from './PatternReader';
import {
  RegexSyntaxError,
  type Assertion,
  type Look,
  type RegexNode,
  type RegexTree,
} from './RegexTree';

/** What letters in a regular expression's flags, or inside of it, switch. @internal */
export interface RegexOptions {
  readonly ignoreCase: boolean;
  /** `.` matches a line feed too. */
  readonly dotAll: boolean;
  /** Blanks and comments are skipped. */
  readonly extended: boolean;
}

const MAX_DEPTH = 200;
const MAX_REPEAT = 100_000;

const ASSERTIONS: { readonly [letter: string]: Assertion } = {
  A: 'start',
  z: 'end',
  Z: 'semiEnd',
  b: 'word boundary',
  B: 'no word boundary',
};

const LOOKS: readonly (readonly [string, Look])[] = [
  ['?=', 'ahead'],
  ['?!', 'not ahead'],
  ['?<=', 'behind'],
  ['?<!', 'not behind'],
  ['?>', 'atomic'],
];

/**
 * Reads Oniguruma's syntax, as far as it can be matched in linear time: no back-references and no subexpression calls.
 *
 * @throws RegexSyntaxError in Oniguruma's words where it has some
 * @internal
 */
export function parseRegex(source: string, options: RegexOptions): RegexTree {
  return new RegexParser(source, options).parse();
}

class RegexParser {
  readonly #reader: PatternReader;
  readonly #groups: (string | null)[] = [];
  #options: RegexOptions;
  #depth = 0;

  constructor(source: string, options: RegexOptions) {
    this.#reader = new PatternReader(source);
    this.#options = options;
  }

  parse(): RegexTree {
    const root = this.#choice();
    if (!this.#reader.isAtEnd) {
      throw new RegexSyntaxError('unmatched close parenthesis');
    }
    return { root, groups: this.#groups };
  }

  #choice(): RegexNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new RegexSyntaxError('too deep nest level');
    }
    const outer = this.#options;
    const options = [this.#sequence()];
    while (this.#reader.takeIf('|')) options.push(this.#sequence());
    this.#options = outer;
    this.#depth -= 1;
    return options.length === 1 ? options[0] : { kind: 'choice', options };
  }

  #sequence(): RegexNode {
    const parts: RegexNode[] = [];
    for (;;) {
      if (this.#options.extended) this.#reader.skipBlanks();
      if (this.#reader.isAtEnd || this.#reader.startsWith('|', ')')) break;
      parts.push(this.#quantified(this.#atom()));
    }
    return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
  }

  #quantified(atom: RegexNode): RegexNode {
    let node = atom;
    for (;;) {
      if (this.#options.extended) this.#reader.skipBlanks();
      const bounds = this.#reader.takeQuantifier();
      if (!bounds) return node;
      const { min, max, isInterval } = bounds;
      if (max < min) {
        throw new RegexSyntaxError(
          'upper is smaller than lower in repeat range',
        );
      }
      if (min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity)) {
        throw new RegexSyntaxError('too big number for repeat range');
      }
      const isGreedy = !this.#reader.takeIf('?');
      const repeat: RegexNode = {
        kind: 'repeat',
        body: node,
        min,
        max,
        isGreedy,
      };
      const isPossessive = isGreedy && !isInterval && this.#reader.takeIf('+');
      node = isPossessive
        ? { kind: 'look', look: 'atomic', body: repeat }
        : repeat;
    }
  }

  #atom(): RegexNode {
    const character = this.#reader.take();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#brackets();
      case '.':
        return this.#set(this.#options.dotAll ? '[^]' : '[^\\n]');
      case '^':
        return { kind: 'assertion', assertion: 'start' };
      case '$':
        return { kind: 'assertion', assertion: 'semiEnd' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new RegexSyntaxError(
          'target of repeat operator is not specified',
        );
      default:
        return this.#character(character);
    }
  }

  #character(character: string): RegexNode {
    const code = character.codePointAt(0) ?? 0;
    const set = singleCharacter(code, this.#options.ignoreCase);
    return { kind: 'character', set };
  }

  #set(brackets: string): RegexNode {
    const set = characterSet(brackets, this.#options.ignoreCase);
    return { kind: 'character', set };
  }

  #brackets(): RegexNode {
    return this.#set(parseBrackets(this.#reader));
  }

  #escape(): RegexNode {
    if (this.#reader.isAtEnd) {
      throw new RegexSyntaxError('end pattern at escape');
    }
    const letter = this.#reader.take();
    if (Object.hasOwn(ASSERTIONS, letter)) {
      return { kind: 'assertion', assertion: ASSERTIONS[letter] };
    }
    const lower = letter.toLowerCase();
    if (Object.hasOwn(ESCAPED_CLASSES, lower)) {
      const negation = letter === lower ? '' : '^';
      return this.#set(`[${negation}${ESCAPED_CLASSES[lower]}]`);
    }
    if (lower === 'p')
      return this.#set(`[${this.#reader.takeProperty(letter)}]`);
    if (letter === 'Q') return this.#quoted();
    if (letter === 'R') return this.#lineBreak();
    if (/[1-9kgKXGy]/.test(letter)) throw unsupported(`\\${letter}`);
    return this.#character(this.#reader.escapedCharacter(letter));
  }

  /** `\Q…\E`. */
  #quoted(): RegexNode {
    const parts: RegexNode[] = [];
    while (!this.#reader.isAtEnd && !this.#reader.takeIf('\\E')) {
      parts.push(this.#character(this.#reader.take()));
    }
    return { kind: 'sequence', parts };
  }

  #lineBreak(): RegexNode {
    const parts = [this.#character('\r'), this.#character('\n')];
    const options: RegexNode[] = [
      { kind: 'sequence', parts },
      this.#set('[\\n\\v\\f\\r\\x85\\u2028\\u2029]'),
    ];
    return { kind: 'look', look: 'atomic', body: { kind: 'choice', options } };
  }

  #group(): RegexNode {
    if (!this.#reader.startsWith('?')) return this.#capture(null);
    if (this.#reader.takeIf('?#')) return this.#comment();
    if (this.#reader.takeIf('?:')) return this.#closed(this.#choice());
    const look = LOOKS.find(([prefix]) => this.#reader.takeIf(prefix));
    if (look) {
      const body = this.#closed(this.#choice());
      return { kind: 'look', look: look[1], body };
    }
    const name = this.#reader.takeGroupName();
    return name === undefined ? this.#switchOptions() : this.#capture(name);
  }

  #comment(): RegexNode {
    while (!this.#reader.startsWith(')')) {
      if (this.#reader.isAtEnd) {
        throw new RegexSyntaxError('end pattern in group');
      }
      this.#reader.take();
    }
    return this.#closed({ kind: 'empty' });
  }

  #capture(name: string | null): RegexNode {
    const index = this.#groups.push(name);
    return { kind: 'capture', index, body: this.#closed(this.#choice()) };
  }

  /** `(?i)` and `(?i:…)`. */
  #switchOptions(): RegexNode {
    const outer = this.#options;
    const { on, off } = this.#reader.takeOptions();
    const isOn = (letter: string, before: boolean) =>
      on.includes(letter) || (before && !off.includes(letter));
    this.#options = {
      ignoreCase: isOn('i', outer.ignoreCase),
      dotAll: isOn('s', outer.dotAll),
      extended: isOn('x', outer.extended),
    };
    // Without a colon they hold up to the end of the enclosing group.
    if (this.#reader.takeIf(')')) return this.#choice();
    this.#reader.expect(':');
    const body = this.#closed(this.#choice());
    this.#options = outer;
    return body;
  }

  #closed(node: RegexNode): RegexNode {
    if (!this.#reader.takeIf(')')) {
      throw new RegexSyntaxError('end pattern with unmatched parenthesis');
    }
    return node;
  }
}

function unsupported(what: string): RegexSyntaxError {
  return new RegexSyntaxError(
    `${what} is not available, because it cannot be matched in linear time`,
  );
}
