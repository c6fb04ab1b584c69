import type { SourceMember, SourceNode } from './SourceNode';
import { suggest, withSuggestion } from './suggest';

/** More names than this are no help. */
const MAX_NAMES = 16;

/** Reads a value of the text. @internal */
export type Read<T> = (node: SourceNode) => T;

const NOTHING: readonly (readonly string[])[] = [];

/**
 * Reads the properties of one object and remembers which were asked for: those make up the object's grammar.
 *
 * @internal
 */
export class ObjectReader {
  /** Names that were asked for, some of them repeatedly. */
  readonly #known: string[] = [];
  /** Names of which one is missing. */
  #missing: readonly (readonly string[])[] = NOTHING;
  #unknown: 'error' | 'unlike' | 'allowed' = 'error';

  constructor(readonly node: SourceNode) {}

  has(name: string): boolean {
    return this.node.member(name) !== undefined;
  }

  /** The property, read; `undefined` when it is not there. */
  optional<T>(name: string, read: Read<T>): T | undefined {
    this.#known.push(name);
    const value = this.node.member(name);
    return value && read(value);
  }

  /** The property, read; when it is not there that is reported and `read` gets a silent placeholder. */
  required<T>(name: string, read: Read<T>): T {
    this.#known.push(name);
    const value = this.node.member(name);
    if (value) return read(value);
    this.#missing = [...this.#missing, [name]];
    return read(this.node.absentValue());
  }

  /** Which of these properties are there, in the order of the text; none is reported. */
  atLeastOne<N extends string>(names: readonly N[]): readonly N[] {
    this.#known.push(...names);
    const present = this.node.members.flatMap(
      member => names.find(name => name === member.name) ?? [],
    );
    if (present.length === 0) this.#missing = [...this.#missing, names];
    return present;
  }

  /**
   * Which of these properties is there. None and several are reported; then nothing, or the first, is given.
   */
  exactlyOne<N extends string>(names: readonly N[]): N | undefined {
    const [first, second] = this.atLeastOne(names);
    if (second !== undefined) {
      const message = `\`${first}\` and \`${second}\` exclude each other; keep one`;
      this.node.member(second)?.reportAtKey({ code: 'INVALID_VALUE', message });
    }
    return first;
  }

  /** Leaves unknown properties unreported. */
  allowUnknown(): void {
    this.#unknown = 'allowed';
  }

  /** Warns only of unknown properties, except of those that look like a slip of the pen. */
  tolerateUnknown(): void {
    this.#unknown = 'unlike';
  }

  /** What may be in the object, to be said behind what it is: ` with a, b`. */
  withNames(): string {
    const names = listed(this.#known);
    return names === '' ? '' : ` with ${names}`;
  }

  /** Properties that nothing has asked for so far. */
  unknown(): readonly SourceMember[] {
    return this.node.members.filter(({ name }) => !this.#known.includes(name));
  }

  #knowsAll(): boolean {
    for (const { name } of this.node.members) {
      if (!this.#known.includes(name)) return false;
    }
    return true;
  }

  /** Reports what the object lacks and what it should not have; a misspelt name is one fault, not two. */
  reportFaults(): void {
    if (this.#missing.length === 0 && this.#knowsAll()) return;
    const unknown = this.#unknown === 'allowed' ? [] : this.unknown();
    const open = this.#known.filter(name => !this.has(name));
    const misspelt = unknown.map(member => ({
      ...member,
      suggestion: suggest(member.name, open),
    }));
    for (const names of this.#missing) {
      if (!misspelt.some(({ suggestion }) => isAmong(suggestion, names))) {
        const message = missingMessage(names);
        this.node.reportAtKey({ code: 'MISSING_PROPERTY', message });
      }
    }
    misspelt.forEach(member => this.#reportUnknown(member, open));
  }

  #reportUnknown(
    {
      name,
      value,
      suggestion,
    }: SourceMember & { readonly suggestion?: string },
    open: readonly string[],
  ): void {
    const message = `unknown property \`${name}\``;
    const isTolerated = this.#unknown === 'unlike' && !suggestion;
    const besides = suggestion === undefined ? possible(open) : '';
    value.reportAtKey({
      code: 'UNKNOWN_PROPERTY',
      severity: isTolerated ? 'warning' : 'error',
      ...withSuggestion(
        isTolerated ? `${message}; it has no effect` : message + besides,
        suggestion,
      ),
    });
  }
}

function possible(names: readonly string[]): string {
  const choices = listed(names);
  return choices === '' ? '' : `; possible here: ${choices}`;
}

/** The names, each once; nothing when they are too many to be of help. */
function listed(names: readonly string[]): string {
  const choices = [...new Set(names)];
  return choices.length > MAX_NAMES ? '' : choices.join(', ');
}

function isAmong(name: string | undefined, names: readonly string[]): boolean {
  return name !== undefined && names.includes(name);
}

function missingMessage(names: readonly string[]): string {
  return names.length === 1
    ? `\`${names[0]}\` is missing`
    : `one of ${names.join(', ')} is missing`;
}
