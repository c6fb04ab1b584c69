import { childPointer } from '../../../jsonPointer';
import type { Json } from '../../WorkflowDefinition';
import type { Place, ProblemLog } from '../ProblemLog';
import { SOURCE_LIMITS } from '../sourceLimits';
import { SourceNode, type SourceMember } from '../SourceNode';
import { readKey, readScalar, Unusual } from './scalars';

/** Where a value stands in the definition. */
interface Owner {
  readonly pointer: string;
  /** Of its key; absent for items of lists. */
  readonly keyPlace?: Place;
}

/** A value on one line, and where the line goes on behind it. */
interface Inline {
  readonly node: SourceNode;
  readonly end: number;
}

/** What begins a line, or nothing, but no value. */
const NO_VALUE = /\s*(?:#.*)?$/y;

/**
 * Reads YAML as people mostly write it: block mappings and sequences, flow collections on one line, scalars on one
 * line, literal blocks. It is many times faster than the YAML library, which is left all else: what is unusual, and
 * what is broken. What it does read, it reads as the library does, values and places alike.
 *
 * @internal
 */
export class PlainYamlReader {
  readonly #lines: readonly string[];
  /** Index of the line that is being read. */
  #at = 0;
  #depth = 0;

  constructor(text: string, private readonly log: ProblemLog) {
    this.#lines = text.split('\n');
  }

  /**
   * @param pointer - of the root
   * @returns `undefined` when the text must be left to the YAML library
   */
  read(pointer: string): SourceNode | undefined {
    try {
      this.#skipBlank();
      const root = this.#block(this.#indent(), { pointer });
      return this.#at === this.#lines.length ? root : undefined;
    } catch (error) {
      if (error instanceof Unusual) return undefined;
      throw error;
    }
  }

  get #line(): string {
    return this.#lines[this.#at];
  }

  /** How far the line is indented; less than any other when there is none. */
  #indent(): number {
    return this.#at < this.#lines.length ? indentOf(this.#line) : -1;
  }

  #skipBlank(): void {
    while (this.#at < this.#lines.length && this.#endsAt(0)) this.#at += 1;
  }

  /** Whether nothing but a comment comes from here on. */
  #endsAt(column: number): boolean {
    NO_VALUE.lastIndex = column;
    const isEnd = NO_VALUE.test(this.#line);
    return isEnd && (column === 0 || this.#line[column] !== '#');
  }

  /** Goes to the next line with something on it, behind a value that ends here. */
  #finishLine(column: number): void {
    if (!this.#endsAt(column)) throw new Unusual();
    this.#at += 1;
    this.#skipBlank();
  }

  #place(column: number, pointer: string): Place {
    return { pointer, line: this.#at + 1, column: column + 1 };
  }

  /** The mapping or sequence that begins at this column of the line. */
  #block(column: number, owner: Owner): SourceNode {
    if (column < 0) throw new Unusual();
    this.#depth += 1;
    if (this.#depth > SOURCE_LIMITS.depth) throw new Unusual();
    const node = isItem(this.#line, column)
      ? this.#sequence(column, owner)
      : this.#mapping(column, owner);
    this.#depth -= 1;
    return node;
  }

  #mapping(column: number, owner: Owner): SourceNode {
    const place = this.#place(column, owner.pointer);
    const members: SourceMember[] = [];
    do {
      if (isItem(this.#line, column)) throw new Unusual();
      const key = readKey(this.#line, column);
      if (!key) throw new Unusual();
      const pointer = childPointer(owner.pointer, key.name);
      const keyPlace = this.#place(column, pointer);
      const value = this.#value(key.end, column, { pointer, keyPlace });
      members.push({ name: key.name, value });
    } while (this.#goesOn(column));
    return this.#object(members, place, owner);
  }

  #sequence(column: number, owner: Owner): SourceNode {
    const place = this.#place(column, owner.pointer);
    const items: SourceNode[] = [];
    do {
      const pointer = childPointer(owner.pointer, items.length);
      items.push(this.#item(column, { pointer }));
    } while (this.#indent() === column && isItem(this.#line, column));
    if (this.#indent() > column) throw new Unusual();
    return this.#array(items, place, owner);
  }

  #item(column: number, owner: Owner): SourceNode {
    if (this.#endsAt(column + 1))
      return this.#nested(column, column + 1, owner);
    const start = skipSpaces(this.#line, column + 1);
    const isBlock =
      isItem(this.#line, start) || readKey(this.#line, start) !== undefined;
    return isBlock
      ? this.#block(start, owner)
      : this.#scalar(start, column, owner);
  }

  /** Whether the line is the next member of a mapping at this column. */
  #goesOn(column: number): boolean {
    const indent = this.#indent();
    if (indent > column) throw new Unusual();
    return indent === column;
  }

  /** The value of a member, behind its colon. */
  #value(after: number, column: number, owner: Owner): SourceNode {
    if (!this.#endsAt(after)) {
      return this.#scalar(skipSpaces(this.#line, after), column, owner);
    }
    this.#finishLine(after);
    const indent = this.#indent();
    if (indent > column) return this.#block(indent, owner);
    if (indent === column && isItem(this.#line, column)) {
      return this.#block(indent, owner);
    }
    throw new Unusual();
  }

  /** The value of an item, on the lines below its dash. */
  #nested(column: number, after: number, owner: Owner): SourceNode {
    this.#finishLine(after);
    const indent = this.#indent();
    if (indent <= column) throw new Unusual();
    return this.#block(indent, owner);
  }

  /** A value that begins on the line of its key or dash, which stands at `column`. */
  #scalar(start: number, column: number, owner: Owner): SourceNode {
    if (this.#line[start] === '|') return this.#literal(start, column, owner);
    const { node, end } = this.#inline(start, owner, 'block');
    this.#finishLine(end);
    if (this.#indent() > column) throw new Unusual();
    return node;
  }

  #inline(start: number, owner: Owner, context: 'block' | 'flow'): Inline {
    const opening = this.#line[start];
    if (opening === '[') return this.#flowSequence(start, owner);
    if (opening === '{') return this.#flowMapping(start, owner);
    const { json, end } = readScalar(this.#line, start, context);
    const place = this.#place(start, owner.pointer);
    return { node: this.#leaf(json, place, owner), end };
  }

  #flowSequence(start: number, owner: Owner): Inline {
    const items: SourceNode[] = [];
    const end = this.#flow(start, ']', at => {
      const pointer = childPointer(owner.pointer, items.length);
      const item = this.#inline(at, { pointer }, 'flow');
      items.push(item.node);
      return item.end;
    });
    const place = this.#place(start, owner.pointer);
    return { node: this.#array(items, place, owner), end };
  }

  #flowMapping(start: number, owner: Owner): Inline {
    const members: SourceMember[] = [];
    const end = this.#flow(start, '}', at => {
      const key = readKey(this.#line, at);
      if (!key) throw new Unusual();
      const pointer = childPointer(owner.pointer, key.name);
      const keyPlace = this.#place(at, pointer);
      const from = skipSpaces(this.#line, key.end);
      const value = this.#inline(from, { pointer, keyPlace }, 'flow');
      members.push({ name: key.name, value: value.node });
      return value.end;
    });
    const place = this.#place(start, owner.pointer);
    return { node: this.#object(members, place, owner), end };
  }

  /** Reads what is between brackets, each part by `read`; gives where the line goes on. */
  #flow(start: number, closing: string, read: (at: number) => number): number {
    this.#depth += 1;
    if (this.#depth > SOURCE_LIMITS.depth) throw new Unusual();
    let at = skipSpaces(this.#line, start + 1);
    while (this.#line[at] !== closing) {
      at = skipSpaces(this.#line, read(at));
      if (this.#line[at] === ',') at = skipSpaces(this.#line, at + 1);
      else if (this.#line[at] !== closing) throw new Unusual();
    }
    this.#depth -= 1;
    return at + 1;
  }

  /** Text as it is written, on lines that are indented further than their key. */
  #literal(start: number, column: number, owner: Owner): SourceNode {
    const header = /^\|(-?)\s*$/.exec(this.#line.slice(start));
    if (!header) throw new Unusual();
    const place = this.#place(start, owner.pointer);
    this.#at += 1;
    const indent = this.#indent();
    const text = this.#indentedLines(indent, column).replace(/\n+$/, '');
    this.#skipBlank();
    if (this.#indent() > column) throw new Unusual();
    return this.#leaf(header[1] ? text : `${text}\n`, place, owner);
  }

  #indentedLines(indent: number, column: number): string {
    const lines: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#line;
      const isBlank = line.trim() === '';
      if (!isBlank && indentOf(line) < indent) break;
      lines.push(isBlank ? '' : line.slice(indent));
      if (isBlank && line.length > indent) throw new Unusual();
      this.#at += 1;
    }
    const isOpenEnded = this.#at === this.#lines.length && lines.at(-1) !== '';
    if (indent <= column || isOpenEnded || lines[0] === '') throw new Unusual();
    return lines.join('\n');
  }

  #leaf(json: Json, place: Place, { keyPlace }: Owner): SourceNode {
    const content = { json, place, keyPlace: keyPlace ?? place };
    return new SourceNode(content, this.log);
  }

  #array(
    items: readonly SourceNode[],
    place: Place,
    { keyPlace = place }: Owner,
  ): SourceNode {
    const json = items.map(item => item.json);
    return new SourceNode({ json, items, place, keyPlace }, this.log);
  }

  #object(
    members: readonly SourceMember[],
    place: Place,
    { keyPlace = place }: Owner,
  ): SourceNode {
    const json: { [name: string]: Json } = {};
    for (const { name, value } of members) {
      if (name === '__proto__' || Object.hasOwn(json, name))
        throw new Unusual();
      json[name] = value.json;
    }
    return new SourceNode({ json, members, place, keyPlace }, this.log);
  }
}

function indentOf(line: string): number {
  return skipSpaces(line, 0);
}

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at += 1;
  return at;
}

/** Whether an item of a sequence begins here. */
function isItem(line: string, column: number): boolean {
  return (
    line[column] === '-' &&
    (line[column + 1] === ' ' || line.length === column + 1)
  );
}
