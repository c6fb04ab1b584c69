import type { Run } from '../Run';
import type {
  CompiledRegex,
  Instruction,
  LookBranch,
  RegexProgram,
} from './compileRegex';
import type { Assertion, CharacterSet, Look } from './RegexTree';

/** @internal */
export interface SearchOptions {
  /** The longest match at a place instead of the first one found. */
  readonly isLongest: boolean;
  /** Leaves out empty matches. */
  readonly isNotEmpty: boolean;
}

/** UTF-16 positions: start and end of the match, then of each group, -1 for groups without. @internal */
export type Captures = readonly number[];

/**
 * Finds the matches of a regular expression in a text.
 *
 * Backtracks as Oniguruma does, so that it finds the same, but never tries the same alternative at the same place again:
 * with no back-references it would only fail again. So the time is at most linear in the text's length for a pattern, and
 * the budget pays for each of its steps.
 *
 * @internal
 */
export class RegexMatcher {
  #captures: number[] = [];
  /** One bit for each split and position: whether it was tried. */
  readonly #tried: Uint32Array;
  readonly #width: number;

  constructor(
    private readonly regex: CompiledRegex,
    private readonly text: string,
    private readonly options: SearchOptions,
    private readonly run: Run,
  ) {
    this.#width = text.length + 1;
    const words = Math.ceil((regex.splits * this.#width) / 32);
    run.build(4 * words + 64);
    this.#tried = new Uint32Array(words);
  }

  /** The leftmost match that begins at `from` or later. */
  find(from: number): Captures | undefined {
    for (let start = from; start <= this.text.length; start += 1) {
      if (!this.#splitsPair(start)) {
        this.#captures = new Array<number>(
          2 * this.regex.groups.length + 2,
        ).fill(-1);
        const end = this.#matchAt(start);
        if (end >= 0) return this.#found(start, end);
      }
    }
    return undefined;
  }

  /** Whether the position is between the halves of a surrogate pair. */
  #splitsPair(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit >= 0xdc00 && unit <= 0xdfff && at > 0;
  }

  #found(start: number, end: number): Captures {
    // What led to the match did not fail: the next search may try it.
    for (let memo = 0; memo < this.regex.splits; memo += 1) {
      const bit = memo * this.#width + end;
      this.#tried[bit >>> 5] &= ~(1 << (bit & 31));
    }
    this.run.step(1 + this.regex.splits / 8);
    this.#captures[0] = start;
    this.#captures[1] = end;
    return this.#captures;
  }

  #matchAt(start: number): number {
    const isFresh = (memo: number, at: number) => {
      const bit = memo * this.#width + at;
      const mask = 1 << (bit & 31);
      if (this.#tried[bit >>> 5] & mask) return false;
      this.#tried[bit >>> 5] |= mask;
      return true;
    };
    if (!this.options.isLongest) {
      return this.#execute(this.regex, start, isFresh, end =>
        this.#accepts(start, end),
      );
    }
    return this.#longest(start, isFresh);
  }

  #accepts(start: number, end: number): boolean {
    return !this.options.isNotEmpty || end > start;
  }

  #longest(start: number, isFresh: IsFresh): number {
    let longest = -1;
    let captures = this.#captures;
    this.#execute(this.regex, start, isFresh, end => {
      if (end > longest && this.#accepts(start, end)) {
        longest = end;
        captures = [...this.#captures];
      }
      return false;
    });
    this.#captures = captures;
    return longest;
  }

  /** @returns the end of the first match that is accepted, -1 if there is none */
  #execute(
    { instructions }: RegexProgram,
    start: number,
    isFresh: IsFresh,
    accept: (end: number) => boolean,
  ): number {
    const state: State = { pc: 0, at: start, pending: [] };
    for (;;) {
      this.run.steps -= 1;
      if (this.run.steps < 0) this.run.outOfSteps();
      const instruction = instructions[state.pc];
      if (instruction.op === 'match' && accept(state.at)) return state.at;
      state.pc += 1;
      const goesOn = this.#follow(instruction, state, isFresh);
      if (!goesOn && !this.#backtrack(state)) return -1;
    }
  }

  /** @returns false when the instruction does not fit the text */
  #follow(instruction: Instruction, state: State, isFresh: IsFresh): boolean {
    switch (instruction.op) {
      case 'character':
        return this.#takeCharacter(instruction.set, state);
      case 'split':
        if (!isFresh(instruction.memo, state.at)) return false;
        state.pending.push(instruction.second, state.at);
        state.pc = instruction.first;
        return true;
      case 'jump':
        state.pc = instruction.target;
        return true;
      case 'save':
        this.#save(instruction.slot, state);
        return true;
      case 'assert':
        return this.#holds(instruction.assertion, state.at);
      case 'look': {
        const end = this.#look(
          instruction.look,
          instruction.branches,
          state.at,
        );
        if (end >= 0) state.at = end;
        return end >= 0;
      }
      default:
        return false;
    }
  }

  #takeCharacter(set: CharacterSet, state: State): boolean {
    const code = this.text.codePointAt(state.at);
    if (code === undefined || !set.has(code)) return false;
    state.at += code > 0xffff ? 2 : 1;
    return true;
  }

  #save(slot: number, state: State): void {
    state.pending.push(-1 - slot, this.#captures[slot]);
    this.#captures[slot] = state.at;
  }

  /** Takes back what was saved since the last alternative, and goes there. @returns false when there is none */
  #backtrack(state: State): boolean {
    for (;;) {
      const position = state.pending.pop();
      const target = state.pending.pop();
      if (position === undefined || target === undefined) return false;
      if (target >= 0) {
        state.pc = target;
        state.at = position;
        return true;
      }
      this.#captures[-1 - target] = position;
    }
  }

  /** @returns where matching goes on, -1 when it does not */
  #look(look: Look, branches: readonly LookBranch[], at: number): number {
    const before = [...this.#captures];
    const end = this.#lookAt(look, branches, at);
    const isNegative = look === 'not ahead' || look === 'not behind';
    if (isNegative || end < 0) this.#captures = before;
    if (look === 'atomic') return end;
    return end >= 0 === isNegative ? -1 : at;
  }

  #lookAt(look: Look, branches: readonly LookBranch[], at: number): number {
    const isBehind = look === 'behind' || look === 'not behind';
    for (const { program, width } of branches) {
      const start = isBehind ? this.#back(at, width) : at;
      if (start >= 0) {
        const end = this.#execute(
          program,
          start,
          freshness(),
          found => !isBehind || found === at,
        );
        if (end >= 0) return end;
      }
    }
    return -1;
  }

  /** The position `count` characters before, -1 if there are fewer. */
  #back(at: number, count: number): number {
    this.run.step(count);
    let position = at;
    for (let left = count; left > 0; left -= 1) {
      position -= this.#splitsPair(position - 1) ? 2 : 1;
      if (position < 0) return -1;
    }
    return position;
  }

  #holds(assertion: Assertion, at: number): boolean {
    const { text } = this;
    switch (assertion) {
      case 'start':
        return at === 0;
      case 'end':
        return at === text.length;
      case 'semiEnd':
        return (
          at === text.length || (at === text.length - 1 && text[at] === '\n')
        );
      case 'word boundary':
        return this.#isWord(at - 1) !== this.#isWord(at);
      default:
        return this.#isWord(at - 1) === this.#isWord(at);
    }
  }

  #isWord(at: number): boolean {
    const code = this.text.codePointAt(this.#splitsPair(at) ? at - 1 : at);
    return (
      code !== undefined &&
      /[\p{L}\p{M}\p{N}\p{Pc}]/u.test(String.fromCodePoint(code))
    );
  }
}

/** Where execution is, and where it can go back to. */
interface State {
  /** The instruction. */
  pc: number;
  /** The position in the text. */
  at: number;
  /** Pairs: an instruction and its position, or `-1 - slot` and what the slot held. */
  readonly pending: number[];
}

/** Whether the split is tried at the position for the first time. */
type IsFresh = (memo: number, at: number) => boolean;

/** A look may succeed again where it did before, so it only remembers while it runs. */
function freshness(): IsFresh {
  const tried = new Set<string>();
  return (memo, at) => {
    const key = `${memo}:${at}`;
    if (tried.has(key)) return false;
    tried.add(key);
    return true;
  };
}
