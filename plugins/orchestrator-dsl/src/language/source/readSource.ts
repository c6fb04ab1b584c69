import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
  type Pair,
} from 'yaml';
import { childPointer } from '../jsonPointer';
import type { Json } from '../WorkflowDefinition';
import type { Place, ProblemLog } from './ProblemLog';
import { SourceNode, type SourceMember } from './SourceNode';

/** Bounds that keep hostile text from costing more than it is worth. @internal */
export const SOURCE_LIMITS = {
  /** UTF-8 bytes of the text. */
  bytes: 1024 * 1024,
  /** Lists and objects inside each other. */
  depth: 100,
  /** Values that aliases repeat. */
  aliasedValues: 20_000,
} as const;

/** The place of the whole text. @internal */
export const START: Place = { pointer: '', line: 1, column: 1 };

/** What was read of a text. @internal */
export interface Source {
  /** Absent when the text holds nothing, or nothing readable. */
  readonly root?: SourceNode;
  /** Whether the whole text was read; else `root` is a silent remainder, good for guessing at names only. */
  readonly isWhole: boolean;
}

/**
 * Reads YAML or JSON text into a tree whose values know their places.
 *
 * @param log - gets at most one problem when the text cannot be read as a whole
 * @internal
 */
export function readSource(text: string, log: ProblemLog): Source {
  const { bytes } = SOURCE_LIMITS;
  if (new TextEncoder().encode(text).length > bytes) {
    const message = `the text is larger than ${bytes / 1024} KiB`;
    log.add(START, { code: 'LIMIT_EXCEEDED', message });
    return { isWhole: false };
  }
  try {
    return readYaml(text, log);
  } catch (error) {
    if (!isStackExhausted(error)) throw error;
    log.add(START, { code: 'LIMIT_EXCEEDED', message: TOO_DEEP });
    return { isWhole: false };
  }
}

/** The YAML library recurses: text that is nested thousands deep exhausts the stack. */
function isStackExhausted(error: unknown): boolean {
  return error instanceof RangeError;
}

function readYaml(text: string, log: ProblemLog): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const isSound = !reportSyntax(document, lines, log);
  const builder = new TreeBuilder(lines, isSound ? log : undefined);
  const root = builder.build(document.contents);
  return { root, isWhole: isSound && builder.isWhole };
}

const TOO_DEEP = `values are nested more than ${SOURCE_LIMITS.depth} deep`;

/** What the YAML library's codes mean to an author, where its own message does not say. */
const SYNTAX_MESSAGES: { readonly [code in ErrorCode]?: string } = {
  MULTIPLE_DOCS:
    'the text holds several YAML documents; keep one and remove the `---`',
  TAB_AS_INDENT: 'a tab indents this line; YAML allows spaces only',
};

/** One broken place makes the library report several: the first one is the fault. */
function reportSyntax(
  document: Document.Parsed,
  lines: LineCounter,
  log: ProblemLog,
): boolean {
  const [fault] = [...document.errors, ...document.warnings];
  if (!fault) return false;
  const { line, col } = lines.linePos(fault.pos[0]);
  log.add(
    { pointer: '', line: Math.max(line, 1), column: Math.max(col, 1) },
    {
      code: 'YAML_SYNTAX',
      message: SYNTAX_MESSAGES[fault.code] ?? fault.message,
    },
  );
  return true;
}

/** Turns the YAML library's tree into {@link SourceNode}s, checking what JSON cannot say. */
class TreeBuilder {
  readonly #lines: LineCounter;
  readonly #log: ProblemLog | undefined;
  readonly #anchors = new Map<string, Node>();
  /** Collections being built, outermost first. */
  readonly #open: Node[] = [];
  #aliasDepth = 0;
  #aliasedValues = 0;
  #isWhole = true;

  /** @param log - without one nothing is reported, neither now nor by the nodes */
  constructor(lines: LineCounter, log: ProblemLog | undefined) {
    this.#lines = lines;
    this.#log = log;
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  build(contents: Node | null): SourceNode | undefined {
    return contents ? this.#node(contents, '', undefined) : undefined;
  }

  #node(node: Node, pointer: string, key: Place | undefined): SourceNode {
    const place = this.#placeOf(node, pointer) ?? key ?? START;
    const keyPlace = key ?? place;
    if (!this.#mayBuild(node, place)) return this.#leaf(null, place, keyPlace);
    if (isAlias(node)) return this.#alias(node, place, keyPlace);
    if (node.anchor) this.#anchors.set(node.anchor, node);
    this.#open.push(node);
    const built = this.#content(node, place, keyPlace);
    this.#open.pop();
    return built;
  }

  #content(node: Node, place: Place, keyPlace: Place): SourceNode {
    if (isMap(node)) return this.#object(node.items, place, keyPlace);
    if (isSeq(node)) return this.#array(node.items, place, keyPlace);
    return this.#leaf(this.#scalar(node, place), place, keyPlace);
  }

  #mayBuild(node: Node, place: Place): boolean {
    const message = this.#exceededLimit(node);
    if (message === undefined) return true;
    if (this.#isWhole)
      this.#log?.add(place, { code: 'LIMIT_EXCEEDED', message });
    this.#isWhole = false;
    return false;
  }

  #exceededLimit(node: Node): string | undefined {
    if (this.#aliasDepth > 0) this.#aliasedValues += 1;
    if (this.#aliasedValues > SOURCE_LIMITS.aliasedValues) {
      return `aliases repeat more than ${SOURCE_LIMITS.aliasedValues} values`;
    }
    const isCollection = isMap(node) || isSeq(node);
    return isCollection && this.#open.length >= SOURCE_LIMITS.depth
      ? TOO_DEEP
      : undefined;
  }

  #alias(alias: Alias, place: Place, keyPlace: Place): SourceNode {
    const target = this.#anchors.get(alias.source);
    if (!target || this.#open.includes(target)) {
      const message = target
        ? `\`*${alias.source}\` stands inside the value it repeats`
        : `\`*${alias.source}\` repeats nothing; no \`&${alias.source}\` comes before it`;
      this.#log?.add(place, { code: 'YAML_SYNTAX', message });
      return this.#leaf(null, place, keyPlace);
    }
    this.#aliasDepth += 1;
    const built = this.#node(target, place.pointer, keyPlace);
    this.#aliasDepth -= 1;
    return built;
  }

  #object(pairs: readonly Pair[], place: Place, keyPlace: Place): SourceNode {
    const members = new Map<string, SourceMember>();
    for (const pair of pairs) {
      const member = this.#member(pair, place);
      if (member && members.has(member.name)) {
        const message = `\`${member.name}\` is there twice; keep one`;
        member.value.reportAtKey({ code: 'DUPLICATE_PROPERTY', message });
      } else if (member) members.set(member.name, member);
    }
    const json: Json = Object.fromEntries(
      [...members.values()].map(({ name, value }) => [name, value.json]),
    );
    return new SourceNode(
      { json, place, keyPlace, members: [...members.values()] },
      this.#log,
    );
  }

  #member({ key, value }: Pair, owner: Place): SourceMember | undefined {
    const at = this.#placeOf(key, owner.pointer) ?? owner;
    if (!isScalar(key) || key.value === null) {
      const message = 'a property name must be text';
      this.#log?.add(at, { code: 'YAML_SYNTAX', message });
      return undefined;
    }
    const name = String(key.value);
    if (name === '<<') {
      const message = 'YAML merge keys (`<<`) are not supported';
      this.#log?.add(at, { code: 'UNSUPPORTED', message });
      return undefined;
    }
    const pointer = childPointer(owner.pointer, name);
    const keyPlace = { ...at, pointer };
    return { name, value: this.#valueNode(value, pointer, keyPlace) };
  }

  #array(
    values: readonly unknown[],
    place: Place,
    keyPlace: Place,
  ): SourceNode {
    const items = values.map((value, index) =>
      this.#valueNode(value, childPointer(place.pointer, index), undefined),
    );
    const json = items.map(item => item.json);
    return new SourceNode({ json, place, keyPlace, items }, this.#log);
  }

  #valueNode(value: unknown, pointer: string, key: Place | undefined) {
    return isNode(value)
      ? this.#node(value, pointer, key)
      : this.#leaf(null, key ?? { ...START, pointer }, key);
  }

  #scalar(node: Node, place: Place): Json {
    const value = isScalar(node) ? node.value : undefined;
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const message = 'the value has no equivalent in JSON; put it in quotes';
    this.#log?.add(place, { code: 'YAML_SYNTAX', message });
    return null;
  }

  #leaf(json: Json, place: Place, keyPlace: Place = place): SourceNode {
    return new SourceNode({ json, place, keyPlace }, this.#log);
  }

  #placeOf(node: unknown, pointer: string): Place | undefined {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) return undefined;
    const { line, col } = this.#lines.linePos(offset);
    return { pointer, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
