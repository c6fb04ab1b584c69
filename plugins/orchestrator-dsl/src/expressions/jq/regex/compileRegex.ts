import { parseRegex, type RegexOptions } from './RegexParser';
import {
  RegexSyntaxError,
  type Assertion,
  type CharacterSet,
  type Look,
  type RegexNode,
  type RepeatNode,
} from './RegexTree';

/** What a pattern is matched by; one instruction goes on to the next unless it says otherwise. @internal */
export type Instruction =
  | { readonly op: 'character'; readonly set: CharacterSet }
  /** Tries `first`, later `second`; `memo` numbers the splits. */
  | {
      readonly op: 'split';
      first: number;
      second: number;
      readonly memo: number;
    }
  | { readonly op: 'jump'; target: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | {
      readonly op: 'look';
      readonly look: Look;
      readonly branches: readonly LookBranch[];
    }
  | { readonly op: 'match' };

/** One way to match a look; behind the position it must begin `width` characters before. @internal */
export interface LookBranch {
  readonly program: RegexProgram;
  readonly width: number;
}

/** @internal */
export interface RegexProgram {
  readonly instructions: readonly Instruction[];
  /** How many splits there are. */
  readonly splits: number;
}

/** @internal */
export interface CompiledRegex extends RegexProgram {
  /** The names of the groups, null for those without. */
  readonly groups: readonly (string | null)[];
}

const MAX_INSTRUCTIONS = 20_000;

/** @throws RegexSyntaxError @internal */
export function compileRegex(
  source: string,
  options: RegexOptions,
): CompiledRegex {
  const { root, groups } = parseRegex(source, options);
  return { ...compileProgram(root), groups };
}

function compileProgram(root: RegexNode): RegexProgram {
  const compiler = new RegexCompiler();
  compiler.add(root);
  return compiler.finish();
}

class RegexCompiler {
  readonly #instructions: Instruction[] = [];
  #splits = 0;

  finish(): RegexProgram {
    this.#emit({ op: 'match' });
    return { instructions: this.#instructions, splits: this.#splits };
  }

  add(node: RegexNode): void {
    switch (node.kind) {
      case 'empty':
        break;
      case 'character':
        this.#emit({ op: 'character', set: node.set });
        break;
      case 'sequence':
        for (const part of node.parts) this.add(part);
        break;
      case 'choice':
        this.#choice(node.options);
        break;
      case 'repeat':
        this.#repeat(node);
        break;
      case 'capture':
        this.#emit({ op: 'save', slot: 2 * node.index });
        this.add(node.body);
        this.#emit({ op: 'save', slot: 2 * node.index + 1 });
        break;
      case 'assertion':
        this.#emit({ op: 'assert', assertion: node.assertion });
        break;
      default:
        this.#look(node.look, node.body);
    }
  }

  #choice(options: readonly RegexNode[]): void {
    const jumps = options.slice(0, -1).map(option => {
      const split = this.#split();
      split.first = this.#here;
      this.add(option);
      const jump: Instruction = { op: 'jump', target: 0 };
      this.#emit(jump);
      split.second = this.#here;
      return jump;
    });
    this.add(options[options.length - 1]);
    for (const jump of jumps) jump.target = this.#here;
  }

  #repeat(node: RepeatNode): void {
    for (let count = 0; count < node.min; count += 1) this.add(node.body);
    if (node.max === Infinity) this.#loop(node);
    else this.#optional(node, node.max - node.min);
  }

  #loop({ body, isGreedy }: RepeatNode): void {
    const start = this.#here;
    const split = this.#split();
    const inside = this.#here;
    this.add(body);
    this.#emit({ op: 'jump', target: start });
    this.#branch(split, isGreedy, inside);
  }

  #optional({ body, isGreedy }: RepeatNode, count: number): void {
    const splits = Array.from({ length: count }, () => {
      const split = this.#split();
      const inside = this.#here;
      this.add(body);
      return { split, inside };
    });
    for (const { split, inside } of splits) {
      this.#branch(split, isGreedy, inside);
    }
  }

  #branch(split: Split, isGreedy: boolean, inside: number): void {
    split.first = isGreedy ? inside : this.#here;
    split.second = isGreedy ? this.#here : inside;
  }

  #look(look: Look, body: RegexNode): void {
    const isBehind = look === 'behind' || look === 'not behind';
    const options = isBehind && body.kind === 'choice' ? body.options : [body];
    const branches = options.map(option => ({
      program: compileProgram(option),
      width: isBehind ? requireWidth(option) : 0,
    }));
    this.#emit({ op: 'look', look, branches });
  }

  get #here(): number {
    return this.#instructions.length;
  }

  #split(): Split {
    const split: Split = {
      op: 'split',
      first: 0,
      second: 0,
      memo: this.#splits,
    };
    this.#splits += 1;
    this.#emit(split);
    return split;
  }

  #emit(instruction: Instruction): void {
    if (this.#instructions.length >= MAX_INSTRUCTIONS) {
      throw new RegexSyntaxError('the pattern is too large');
    }
    this.#instructions.push(instruction);
  }
}

type Split = Instruction & { op: 'split' };

function requireWidth(node: RegexNode): number {
  const width = widthOf(node);
  if (width === undefined) {
    throw new RegexSyntaxError('invalid pattern in look-behind');
  }
  return width;
}

/** How many characters the node takes, if always the same number. */
function widthOf(node: RegexNode): number | undefined {
  switch (node.kind) {
    case 'character':
      return 1;
    case 'sequence':
      return node.parts.reduce<number | undefined>(
        (sum, part) => plus(sum, widthOf(part)),
        0,
      );
    case 'choice': {
      const [first, ...others] = node.options.map(widthOf);
      return others.every(width => width === first) ? first : undefined;
    }
    case 'repeat': {
      const width = widthOf(node.body);
      return node.min === node.max && width !== undefined
        ? node.min * width
        : undefined;
    }
    case 'capture':
      return widthOf(node.body);
    case 'look':
      return node.look === 'atomic' ? widthOf(node.body) : 0;
    default:
      return 0;
  }
}

function plus(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? undefined : a + b;
}
