import type { SourceMember, SourceNode } from './SourceNode';
import { suggest, withSuggestion } from './suggest';

/** Reads a value of the text. @internal */
export type Read<T> = (node: SourceNode) => T;

/**
 * Reads the properties of one object and remembers which were asked for: those make up the object's grammar.
 *
 * @internal
 */
export class ObjectReader {
  readonly #known = new Set<string>();
  #unknown: 'error' | 'unlike' | 'allowed' = 'error';

  constructor(readonly node: SourceNode) {}

  has(name: string): boolean {
    return this.node.member(name) !== undefined;
  }

  /** The property, read; `undefined` when it is not there. */
  optional<T>(name: string, read: Read<T>): T | undefined {
    this.#known.add(name);
    const value = this.node.member(name);
    return value && read(value);
  }

  /** The property, read; when it is not there that is reported and `read` gets a silent placeholder. */
  required<T>(name: string, read: Read<T>): T {
    const value = this.optional(name, node => ({ read: read(node) }));
    if (value) return value.read;
    this.node.reportAtKey({
      code: 'MISSING_PROPERTY',
      message: `\`${name}\` is missing`,
    });
    return read(this.node.absentValue());
  }

  /** Reports the property, when it is there, as not supported yet. */
  unsupported(name: string, what = `\`${name}\``): void {
    this.optional(name, node =>
      node.reportAtKey({
        code: 'UNSUPPORTED',
        message: `${what} is not supported yet`,
      }),
    );
  }

  /** Leaves unknown properties unreported. */
  allowUnknown(): void {
    this.#unknown = 'allowed';
  }

  /** Warns only of unknown properties, except of those that look like a slip of the pen. */
  tolerateUnknown(): void {
    this.#unknown = 'unlike';
  }

  /** Properties that nothing has asked for so far. */
  unknown(): readonly SourceMember[] {
    return this.node.members.filter(({ name }) => !this.#known.has(name));
  }

  /** What was probably meant by an unknown property. */
  suggestFor(name: string): string | undefined {
    return suggest(
      name,
      [...this.#known].filter(known => !this.has(known)),
    );
  }

  reportUnknown(): void {
    if (this.#unknown === 'allowed') return;
    for (const { name, value } of this.unknown()) {
      const suggestion = this.suggestFor(name);
      const isTolerated = this.#unknown === 'unlike' && !suggestion;
      const message = `unknown property \`${name}\``;
      value.reportAtKey({
        code: 'UNKNOWN_PROPERTY',
        severity: isTolerated ? 'warning' : 'error',
        ...withSuggestion(
          isTolerated ? `${message}; it has no effect` : message,
          suggestion,
        ),
      });
    }
  }
}
