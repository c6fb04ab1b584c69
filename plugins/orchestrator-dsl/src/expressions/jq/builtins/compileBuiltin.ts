import type { Json } from '../../../Json';
import { checked } from '../values/arithmetic';
import { computed, type Code, type One, type Signal } from '../compile/Code';
import { strayPath } from '../paths/Path';
import type { Scope } from '../compile/Scope';
import { locate } from '../JqError';
import type { CallNode } from '../language/SyntaxTree';
import type { Plain, Special } from './Builtin';
import { collections } from './collections';
import { dates } from './dates';
import { formatFunction } from './formatFunction';
import { generators } from './generators';
import { math } from './math';
import { pathFunctions } from './pathFunctions';
import { regex } from './regex';
import { sorting, sortingBy } from './sorting';
import { strings } from './strings';
import { captures, substitution } from './substitution';

const PLAINS = new Map<string, Plain>(
  [
    strings,
    math,
    collections,
    sorting,
    regex,
    captures,
    dates,
    formatFunction,
  ].flatMap(Object.entries),
);

const SPECIALS = new Map<string, Special>(
  [generators, pathFunctions, sortingBy, substitution].flatMap(Object.entries),
);

/** Names of all that is built in, but not written in jq, as `name/arity`. @internal */
export const NATIVE_SIGNATURES: readonly string[] = [
  ...PLAINS.keys(),
  ...SPECIALS.keys(),
].filter(signature => !signature.startsWith('_'));

/** The code of a call to what is built in natively; undefined when there is nothing of the name. @internal */
export function compileNative(node: CallNode, scope: Scope): Code | undefined {
  const { args, at } = node;
  const signature = `${node.name}/${args.length}`;
  if (signature.startsWith('_') && !scope.context.isPrelude) return undefined;
  const plain = PLAINS.get(signature);
  if (plain)
    return compilePlain(
      plain,
      args.map(arg => scope.compile(arg)),
      at,
    );
  return SPECIALS.get(signature)?.({ args, scope, at });
}

function compilePlain(plain: Plain, args: readonly Code[], at: number): Code {
  const ones = args.map(arg => arg.one);
  const apply = located(plain, at);
  if (ones.every(one => one !== undefined)) {
    return computed(applyOnes(apply, ones));
  }
  return applyEach(apply, args);
}

function located(plain: Plain, at: number): Plain {
  return (run, input, ...values) => {
    run.step(1);
    try {
      const result = plain(run, input, ...values);
      return typeof result === 'number' ? checked(result, run) : result;
    } catch (error) {
      throw locate(error, at);
    }
  };
}

function applyOnes(apply: Plain, ones: readonly One[]): One {
  const [first, second] = ones;
  switch (ones.length) {
    case 0:
      return (input, _env, run) => apply(run, input);
    case 1:
      return (input, env, run) => apply(run, input, first(input, env, run));
    case 2:
      return (input, env, run) =>
        apply(run, input, first(input, env, run), second(input, env, run));
    default:
      return (input, env, run) =>
        apply(run, input, ...ones.map(one => one(input, env, run)));
  }
}

/** The last argument varies slowest. */
function applyEach(apply: Plain, args: readonly Code[]): Code {
  return {
    run: (input, path, env, run, emit) => {
      const bind = (index: number, values: readonly Json[]): Signal => {
        if (index < 0) {
          const value = apply(run, input, ...values);
          return emit(value, path && strayPath(value));
        }
        return args[index].run(input, undefined, env, run, value =>
          bind(index - 1, [value, ...values]),
        );
      };
      return bind(args.length - 1, []);
    },
  };
}
