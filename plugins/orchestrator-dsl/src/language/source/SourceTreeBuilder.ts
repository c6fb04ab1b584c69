import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';
import { childPointer } from '../../jsonPointer';
import type { Json } from '../WorkflowDefinition';
import type { Fault, Place, ProblemLog } from './ProblemLog';
import { SOURCE_LIMITS, TOO_DEEP } from './sourceLimits';
import { SourceNode, type SourceMember } from './SourceNode';

/** The place of the whole text. @internal */
export const START: Place = { pointer: '', line: 1, column: 1 };

/** The place of the value at an offset into the text. @internal */
export function placeAt(
  offset: number,
  pointer: string,
  lines: LineCounter,
): Place {
  const { line, col } = lines.linePos(offset);
  return { pointer, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Where a value and its key stand. */
interface Places {
  readonly place: Place;
  readonly keyPlace: Place;
}

/**
 * Turns the YAML library's tree into {@link SourceNode}s.
 *
 * Resolves aliases, and reports what JSON cannot say and what is beyond {@link SOURCE_LIMITS}. A value that was
 * reported becomes a silent placeholder, so that its fault is not reported again as a wrong type.
 *
 * @internal
 */
export class SourceTreeBuilder {
  readonly #lines: LineCounter;
  readonly #log: ProblemLog | undefined;
  readonly #anchors = new Map<string, Node>();
  /** Values being built, outermost first. */
  readonly #open: Node[] = [];
  /** The alias in the text through which repeated values are being built. */
  #alias: Places | undefined;
  #aliasedValues = 0;
  #isWhole = true;

  /** @param log - without one nothing is reported, neither now nor by the nodes */
  constructor(lines: LineCounter, log: ProblemLog | undefined) {
    this.#lines = lines;
    this.#log = log;
  }

  /** Whether no limit was exceeded. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** @param pointer - of the contents */
  build(contents: Node | null, pointer: string): SourceNode | undefined {
    return contents ? this.#node(contents, pointer, undefined) : undefined;
  }

  #node(node: Node, pointer: string, key: Place | undefined): SourceNode {
    const place = this.#placeOf(node, pointer) ?? key ?? START;
    const at = { place, keyPlace: key ?? place };
    const limit = this.#exceededLimit(node);
    if (limit) return this.#beyondLimit(limit, this.#alias ?? at);
    if (isAlias(node)) return this.#repeated(node, at);
    if (node.anchor) this.#anchors.set(node.anchor, node);
    this.#open.push(node);
    const built = this.#content(node, at);
    this.#open.pop();
    return built;
  }

  #content(node: Node, at: Places): SourceNode {
    if (isMap(node)) return this.#object(node.items, at);
    if (isSeq(node)) return this.#array(node.items, at);
    return this.#scalar(isScalar(node) ? node.value : undefined, at);
  }

  #exceededLimit(node: Node): string | undefined {
    if (this.#alias) this.#aliasedValues += 1;
    if (this.#aliasedValues > SOURCE_LIMITS.aliasedValues) {
      return `aliases repeat more than ${SOURCE_LIMITS.aliasedValues} values`;
    }
    const isCollection = isMap(node) || isSeq(node);
    return isCollection && this.#open.length >= SOURCE_LIMITS.depth
      ? TOO_DEEP
      : undefined;
  }

  /** One problem is enough: everything further on would exceed the limit as well. */
  #beyondLimit(message: string, at: Places): SourceNode {
    if (!this.#isWhole) return SourceNode.absent(at.place);
    this.#isWhole = false;
    return this.#faulty(at, { code: 'LIMIT_EXCEEDED', message });
  }

  #repeated({ source }: Alias, at: Places): SourceNode {
    const target = this.#anchors.get(source);
    if (!target || this.#open.includes(target)) {
      const message = target
        ? `\`*${source}\` stands inside the value it repeats`
        : `\`*${source}\` repeats nothing; no \`&${source}\` comes before it`;
      return this.#faulty(at, { code: 'YAML_SYNTAX', message });
    }
    const outer = this.#alias;
    this.#alias = outer ?? at;
    const built = this.#node(target, at.place.pointer, at.keyPlace);
    this.#alias = outer;
    return built;
  }

  #object(pairs: readonly Pair[], at: Places): SourceNode {
    const byName = new Map<string, SourceMember>();
    for (const member of pairs.flatMap(pair => this.#member(pair, at.place))) {
      if (!byName.has(member.name)) byName.set(member.name, member);
      else {
        const message = `\`${member.name}\` is there twice; keep one`;
        member.value.reportAtKey({ code: 'DUPLICATE_PROPERTY', message });
      }
    }
    const members = [...byName.values()];
    const json: Json = Object.fromEntries(
      members.map(({ name, value }) => [name, value.json]),
    );
    return new SourceNode({ ...at, json, members }, this.#log);
  }

  /** @returns one member, or none when the key is no name */
  #member({ key, value }: Pair, owner: Place): readonly SourceMember[] {
    const place = this.#placeOf(key, owner.pointer) ?? owner;
    const fault = keyFault(key);
    if (fault) {
      this.#log?.add(place, fault);
      return [];
    }
    const name = String(isScalar(key) ? key.value : key);
    const pointer = childPointer(owner.pointer, name);
    const keyPlace = { ...place, pointer };
    return [{ name, value: this.#value(value, pointer, keyPlace) }];
  }

  #array(values: readonly unknown[], at: Places): SourceNode {
    const items = values.map((value, index) =>
      this.#value(value, childPointer(at.place.pointer, index), undefined),
    );
    const json = items.map(item => item.json);
    return new SourceNode({ ...at, json, items }, this.#log);
  }

  #value(value: unknown, pointer: string, key: Place | undefined): SourceNode {
    if (isNode(value)) return this.#node(value, pointer, key);
    const place = key ?? { ...START, pointer };
    return this.#scalar(null, { place, keyPlace: place });
  }

  #scalar(value: unknown, at: Places): SourceNode {
    if (isJsonScalar(value)) {
      return new SourceNode({ ...at, json: value }, this.#log);
    }
    const message = 'the value has no equivalent in JSON; put it in quotes';
    return this.#faulty(at, { code: 'YAML_SYNTAX', message });
  }

  #faulty({ place }: Places, fault: Fault): SourceNode {
    this.#log?.add(place, fault);
    return SourceNode.absent(place);
  }

  #placeOf(node: unknown, pointer: string): Place | undefined {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined
      ? undefined
      : placeAt(offset, pointer, this.#lines);
  }
}

function isJsonScalar(value: unknown): value is Json {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || ['string', 'boolean'].includes(typeof value);
}

function keyFault(key: unknown): Fault | undefined {
  if (!isScalar(key) || key.value === null) {
    const message = 'the name of a property must be text';
    return { code: 'YAML_SYNTAX', message };
  }
  if (key.value !== '<<') return undefined;
  const message = 'YAML merge keys (`<<`) are not supported';
  return { code: 'UNSUPPORTED', message };
}
