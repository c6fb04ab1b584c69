import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import { compileRegex, type CompiledRegex } from '../regex/compileRegex';
import {
  RegexMatcher,
  type Captures,
  type SearchOptions,
} from '../regex/RegexMatcher';
import { RegexSyntaxError } from '../regex/RegexTree';
import type { Run } from '../Run';
import { describe, unfit } from '../values/describe';
import { isArray, typeName, type JsonObject } from '../values/types';
import type { Plains } from './Builtin';
import { countPoints } from './strings';

/** Functions of regular expressions; what is built on them is in `definitions.ts`. @internal */
export const regex: Plains = {
  '_matches/1': (run, input, pattern) =>
    match(run, input, ...patternOf(pattern)),
  '_matches/2': (run, input, pattern, flags) =>
    match(run, input, pattern, flags),
  'test/1': (run, input, pattern) => test(run, input, ...patternOf(pattern)),
  'test/2': (run, input, pattern, flags) => test(run, input, pattern, flags),
};

/** A pattern, or a pattern and its flags in an array. */
function patternOf(pattern: Json): [Json, Json] {
  if (typeof pattern === 'string') return [pattern, null];
  if (isArray(pattern) && pattern.length > 0) {
    return [pattern[0], pattern[1] ?? null];
  }
  throw new JqError(`${typeName(pattern)} not a string or array`);
}

function test(run: Run, input: Json, pattern: Json, flags: Json): boolean {
  return open(run, input, pattern, flags).matcher.find(0) !== undefined;
}

/** All matches as an array. */
function match(run: Run, input: Json, pattern: Json, flags: Json): Json {
  const { text, matcher, compiled, isGlobal } = open(
    run,
    input,
    pattern,
    flags,
  );
  const offsets = new Offsets(text);
  const matches: Json[] = [];
  let from = 0;
  for (;;) {
    const found = matcher.find(from);
    if (!found) return matches;
    run.build(240 + 2 * (found[1] - found[0]));
    matches.push(matchObject(text, found, compiled, offsets, run));
    if (!isGlobal) return matches;
    from = found[1] > found[0] ? found[1] : found[1] + 1;
  }
}

interface Search {
  readonly text: string;
  readonly matcher: RegexMatcher;
  readonly compiled: CompiledRegex;
  readonly isGlobal: boolean;
}

function open(run: Run, input: Json, pattern: Json, flags: Json): Search {
  if (typeof input !== 'string') {
    throw unfit(input, 'cannot be matched, as it is not a string');
  }
  if (typeof pattern !== 'string') {
    throw new JqError(
      `${describe(pattern)} cannot be matched, as it is not a string`,
    );
  }
  const letters = flagLetters(flags);
  const compiled = compileCached(pattern, letters, run);
  const options: SearchOptions = {
    isLongest: letters.includes('l'),
    isNotEmpty: letters.includes('n'),
  };
  const matcher = new RegexMatcher(compiled, input, options, run);
  return { text: input, matcher, compiled, isGlobal: letters.includes('g') };
}

function flagLetters(flags: Json): string {
  if (flags === null) return '';
  if (typeof flags !== 'string') {
    throw unfit(flags, 'is not a string');
  }
  if (/[^gimnpslx]/.test(flags) || flags.includes('m')) {
    throw new JqError(`${flags} is not a valid modifier string`);
  }
  return flags;
}

/** What compiling costs for each character and instruction. */
const COMPILE_STEPS = 40;
/** What beginning to match costs. */
const MATCH_STEPS = 10;
const MAX_CACHED = 500;
const cache = new Map<string, CompiledRegex>();

function compileCached(
  pattern: string,
  letters: string,
  run: Run,
): CompiledRegex {
  const key = `${letters}/${pattern}`;
  const compiled = cache.get(key) ?? compile(pattern, letters);
  // The same price whether it was known or not: an evaluation must not depend on others.
  const price = COMPILE_STEPS * (pattern.length + compiled.instructions.length);
  run.step(run.isFirstUse(key) ? price : MATCH_STEPS);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

function compile(pattern: string, letters: string): CompiledRegex {
  try {
    return compileRegex(pattern, {
      ignoreCase: letters.includes('i'),
      dotAll: letters.includes('p'),
      extended: letters.includes('x'),
    });
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    throw new JqError(`Regex failure: ${error.message}`);
  }
}

function matchObject(
  text: string,
  found: Captures,
  { groups }: CompiledRegex,
  offsets: Offsets,
  run: Run,
): Json {
  run.step(2 + (found[1] - found[0]) / 16);
  const captures = groups.map((name, index): Json => {
    const slot = 2 * (index + 1);
    run.build(160);
    return captureObject(text, found[slot], found[slot + 1], name, offsets);
  });
  return { ...span(text, found[0], found[1], offsets), captures };
}

function captureObject(
  text: string,
  start: number,
  end: number,
  name: string | null,
  offsets: Offsets,
): Json {
  return start < 0 || end < 0
    ? { offset: -1, string: null, length: 0, name }
    : { ...span(text, start, end, offsets), name };
}

function span(
  text: string,
  start: number,
  end: number,
  offsets: Offsets,
): JsonObject {
  return {
    offset: offsets.of(start),
    length: countPoints(text, start, end),
    string: text.slice(start, end),
  };
}

/** Turns UTF-16 positions into code points, in one pass as long as they increase. */
class Offsets {
  #position = 0;
  #points = 0;

  constructor(private readonly text: string) {}

  of(position: number): number {
    this.#points +=
      position >= this.#position
        ? countPoints(this.text, this.#position, position)
        : -countPoints(this.text, position, this.#position);
    this.#position = position;
    return this.#points;
  }
}
