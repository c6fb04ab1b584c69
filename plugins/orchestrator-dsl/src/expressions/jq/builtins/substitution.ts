import type { Json } from '../../../Json';
import { add } from '../values/arithmetic';
import { forEachValue, type Code, type Env } from '../compile/Code';
import { strayPath } from '../paths/Path';
import { JqError, locate } from '../JqError';
import type { Run } from '../Run';
import { setOwn } from '../values/objects';
import {
  isArray,
  isObject,
  type JsonObject,
  type MutableObject,
} from '../values/types';
import type { Node } from '../language/SyntaxTree';
import type { Plains, SpecialCall, Specials } from './Builtin';
import { regex } from './regex';

/** `sub` and `gsub`. @internal */
export const substitution: Specials = {
  'sub/2': call => compileSubstitution(call, ''),
  'sub/3': call => compileSubstitution(call, ''),
  'gsub/2': call => compileSubstitution(call, 'g'),
  'gsub/3': call => compileSubstitution(call, 'g'),
};

/** Each of the replacement's n-th results goes into the n-th text. */
function compileSubstitution(call: SpecialCall, moreFlags: string): Code {
  const { args, scope, at } = call;
  const noFlags: Node = { kind: 'literal', at, value: '' };
  const pattern = scope.compile(args[0]);
  const replacement = scope.compile(args[1]);
  const flags = scope.compile(args[2] ?? noFlags);
  return {
    run: (input, path, env, run, emit) =>
      pattern.run(input, undefined, env, run, source =>
        flags.run(input, undefined, env, run, letters => {
          let texts: readonly Json[];
          try {
            const allFlags = add(letters, moreFlags, run);
            const matches = regex['_matches/2'](run, input, source, allFlags);
            texts = substitute(input, matches, replacement, env, run);
          } catch (error) {
            throw locate(error, at);
          }
          return emitAll(texts, text => emit(text, path && strayPath(text)));
        }),
      ),
  };
}

function emitAll<Signal extends number>(
  values: readonly Json[],
  emit: (value: Json) => Signal | 0,
): Signal | 0 {
  for (const value of values) {
    const signal = emit(value);
    if (signal !== 0) return signal;
  }
  return 0;
}

function substitute(
  input: Json,
  matches: Json,
  replacement: Code,
  env: Env | undefined,
  run: Run,
): readonly Json[] {
  if (typeof input !== 'string') throw new JqError('cannot be matched');
  const text = new CodePointText(input);
  const results: Json[] = [];
  let end = 0;
  for (const match of isArray(matches) ? matches : []) {
    if (!isObject(match)) continue;
    const offset = Number(match.offset);
    const gap = text.slice(end, offset);
    end = offset + Number(match.length);
    let index = 0;
    forEachValue(replacement, captureObject(match), env, run, insert => {
      run.build(2 * gap.length + 16);
      const piece = add(gap, insert, run);
      results[index] = joined(results[index] ?? null, piece, run);
      index += 1;
    });
  }
  if (results.length === 0) return [input];
  const rest = text.slice(end);
  return results.map(result => joined(result, rest, run));
}

function joined(text: Json, piece: Json, run: Run): Json {
  if (typeof text !== 'string' || typeof piece !== 'string') {
    return add(text, piece, run);
  }
  run.build(2 * piece.length + 16);
  return text + piece;
}

/** The named groups of a match, for what is written in jq. @internal */
export const captures: Plains = {
  '_captures/0': (run, input) => {
    run.build(64);
    return isObject(input) ? captureObject(input) : {};
  },
};

function captureObject(match: JsonObject): Json {
  const named: MutableObject = {};
  for (const capture of isArray(match.captures) ? match.captures : []) {
    if (isObject(capture) && typeof capture.name === 'string') {
      setOwn(named, capture.name, capture.string);
    }
  }
  return named;
}

/** Slices by code point; slices must go from left to right. */
class CodePointText {
  readonly #hasPairs: boolean;
  #points = 0;
  #position = 0;

  constructor(private readonly text: string) {
    this.#hasPairs = /[\ud800-\udbff][\udc00-\udfff]/.test(text);
  }

  slice(from: number, to = Infinity): string {
    if (!this.#hasPairs) return this.text.slice(from, to);
    const start = this.#seek(from);
    return this.text.slice(start, to === Infinity ? undefined : this.#seek(to));
  }

  #seek(point: number): number {
    while (this.#points < point && this.#position < this.text.length) {
      const code = this.text.codePointAt(this.#position) ?? 0;
      this.#position += code > 0xffff ? 2 : 1;
      this.#points += 1;
    }
    return this.#position;
  }
}
