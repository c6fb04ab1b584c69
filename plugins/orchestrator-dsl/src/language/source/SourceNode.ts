import type { Json } from '../WorkflowDefinition';
import { ObjectReader } from './ObjectReader';
import type { Fault, Place, ProblemLog } from './ProblemLog';
import { suggest, withSuggestion } from './suggest';

/** A member of an object in the text. @internal */
export interface SourceMember {
  readonly name: string;
  readonly value: SourceNode;
}

/** What a {@link SourceNode} is made of. @internal */
export interface SourceNodeContent {
  readonly json: Json;
  /** Where the value begins. */
  readonly place: Place;
  /** Where the key begins whose value this is; the value itself for items. */
  readonly keyPlace: Place;
  readonly items?: readonly SourceNode[];
  readonly members?: readonly SourceMember[];
}

const NO_MEMBERS: readonly SourceMember[] = [];

/**
 * A value of the text, with its place, read by typed accessors.
 *
 * An accessor that finds something else reports one problem and gives a placeholder, so that reading goes on and finds
 * the other problems. Whoever drives the reading must drop the result when the log holds errors.
 *
 * @internal
 */
export class SourceNode {
  readonly json: Json;
  /** Where the value begins. */
  readonly place: Place;
  /** Where its key begins; where the value begins for items. */
  readonly keyPlace: Place;
  readonly members: readonly SourceMember[];
  readonly #content: SourceNodeContent;
  readonly #log: ProblemLog | undefined;

  /** @param log - without one nothing is reported */
  constructor(content: SourceNodeContent, log: ProblemLog | undefined) {
    this.json = content.json;
    this.place = content.place;
    this.keyPlace = content.keyPlace;
    this.members = content.members ?? NO_MEMBERS;
    this.#content = content;
    this.#log = log;
  }

  /** Stands in for a value that is missing: all its accessors silently give placeholders. */
  static absent(place: Place): SourceNode {
    return new SourceNode({ json: null, place, keyPlace: place }, undefined);
  }

  /** Stands in for a missing property of this object. */
  absentValue(): SourceNode {
    return SourceNode.absent(this.keyPlace);
  }

  get pointer(): string {
    return this.place.pointer;
  }

  isAbsent(): boolean {
    return this.#log === undefined;
  }

  isObject(): boolean {
    return this.#content.members !== undefined;
  }

  isArray(): boolean {
    return this.#content.items !== undefined;
  }

  isText(): boolean {
    return typeof this.json === 'string';
  }

  /** Reports a fault of the value. */
  report(fault: Fault): void {
    const { place, keyPlace, json } = this.#content;
    this.#log?.add(json === null ? keyPlace : place, fault);
  }

  /** Reports a fault of the key, or of the value as a whole. */
  reportAtKey(fault: Fault): void {
    this.#log?.add(this.keyPlace, fault);
  }

  /** Reports that the value is of the wrong type. */
  reportType(expected: string): void {
    const message = `expected ${expected}, found ${describe(this.json)}`;
    this.report({ code: 'WRONG_TYPE', message });
  }

  /** The member, wherever it is; reports nothing. */
  member(name: string): SourceNode | undefined {
    for (const member of this.members) {
      if (member.name === name) return member.value;
    }
    return undefined;
  }

  /** The items of an array. */
  items(expected = 'a list'): readonly SourceNode[] {
    if (!this.#content.items) this.reportType(expected);
    return this.#content.items ?? [];
  }

  text(expected = 'text'): string {
    if (typeof this.json === 'string') return this.json;
    this.reportType(expected);
    return '';
  }

  boolean(): boolean {
    if (typeof this.json === 'boolean') return this.json;
    this.reportType('true or false');
    return false;
  }

  /** A whole number from 0. */
  count(): number {
    if (typeof this.json !== 'number') this.reportType('a whole number');
    else if (Number.isSafeInteger(this.json) && this.json >= 0)
      return this.json;
    else {
      const message = `expected a whole number from 0, found ${this.json}`;
      this.report({ code: 'INVALID_VALUE', message });
    }
    return 0;
  }

  oneOf<T extends string>(choices: readonly [T, ...T[]]): T {
    const text = this.text(`one of ${choices.join(', ')}`);
    const choice = choices.find(candidate => candidate === text);
    if (choice === undefined && this.isText()) {
      const message = `\`${text}\` is none of ${choices.join(', ')}`;
      this.report({
        code: 'INVALID_VALUE',
        ...withSuggestion(message, suggest(text, choices)),
      });
    }
    return choice ?? choices[0];
  }

  /** Free data: an object whose members the language does not know. */
  data(): { readonly [key: string]: Json } {
    if (isJsonObject(this.json)) return this.json;
    this.reportType('an object');
    return {};
  }

  /**
   * Reads an object; afterwards missing properties, and those that `read` did not ask for, are reported.
   *
   * @param expected - what to call the object when it is something else, e.g. `a retry policy (object)`; default: by what it may have
   */
  object<T>(read: (reader: ObjectReader) => T, expected?: string): T {
    const isReadable = this.isObject() || this.isAbsent();
    const node = isReadable ? this : SourceNode.absent(this.place);
    const reader = new ObjectReader(node);
    const result = read(reader);
    if (isReadable) reader.reportFaults();
    else this.reportType(expected ?? `an object${reader.withNames()}`);
    return result;
  }
}

function isJsonObject(json: Json): json is { readonly [key: string]: Json } {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}

function describe(json: Json): string {
  if (json === null) return 'nothing';
  if (Array.isArray(json)) return 'a list';
  if (typeof json === 'object') return 'an object';
  if (typeof json !== 'string') return `the ${typeof json} ${json}`;
  return json.length > 40
    ? `the text "${json.slice(0, 37)}…"`
    : `the text "${json}"`;
}
