import type { Json } from '../../../Json';
import { locate } from '../JqError';
import type { Pattern, PatternEntry } from '../language/SyntaxTree';
import { indexValue } from '../paths/access';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { describe } from '../values/describe';
import type { Env, Signal } from './Code';
import { bindValue, outwards } from './env';
import type { Scope } from './Scope';

/** Takes a value apart and goes on with its variables declared, once for each way to take it apart. @internal */
export type Binder = (
  value: Json,
  env: Env | undefined,
  run: Run,
  next: (env: Env | undefined) => Signal,
) => Signal;

/** A pattern and the scope in which its variables are declared. @internal */
export interface BoundPattern {
  readonly bind: Binder;
  readonly scope: Scope;
}

/** @internal */
export function compilePattern(pattern: Pattern, scope: Scope): BoundPattern {
  switch (pattern.kind) {
    case 'variable':
      return compileVariable(pattern.name, scope);
    case 'array':
      return compileAll(
        pattern.items.map(
          (item, index) => inner => compileItem(item, index, inner, pattern.at),
        ),
        scope,
      );
    default:
      return compileAll(
        pattern.entries.map(entry => inner => compileEntry(entry, inner)),
        scope,
      );
  }
}

function compileVariable(name: string, scope: Scope): BoundPattern {
  return {
    bind: (value, env, _run, next) => next(bindValue(env, value)),
    scope: scope.with({ kind: 'variable', name }),
  };
}

/** Parts of a pattern, all applied to the same value, one inside the scope of the other. */
function compileAll(
  parts: readonly ((scope: Scope) => BoundPattern)[],
  outer: Scope,
): BoundPattern {
  let scope = outer;
  const binders = parts.map(compile => {
    const bound = compile(scope);
    scope = bound.scope;
    return bound.bind;
  });
  return { bind: inOrder(binders), scope };
}

function inOrder(binders: readonly Binder[]): Binder {
  return (value, env, run, next) => {
    const bindFrom = (index: number, inner: Env | undefined): Signal =>
      index === binders.length
        ? next(inner)
        : binders[index](value, inner, run, deeper =>
            bindFrom(index + 1, deeper),
          );
    return bindFrom(0, env);
  };
}

function compileItem(
  item: Pattern,
  index: number,
  scope: Scope,
  at: number,
): BoundPattern {
  const bound = compilePattern(item, scope);
  return {
    bind: (value, env, run, next) =>
      bound.bind(part(value, index, at, run), env, run, next),
    scope: bound.scope,
  };
}

function part(value: Json, key: Json, at: number, run: Run): Json {
  try {
    return indexValue(value, key, run);
  } catch (error) {
    throw locate(error, at);
  }
}

/** `key: pattern`, `$variable` or `$variable: pattern`. */
function compileEntry(entry: PatternEntry, scope: Scope): BoundPattern {
  const key = scope.compile(entry.key);
  const parts = [
    ...(entry.variable === undefined
      ? []
      : [(inner: Scope) => compileVariable(entry.variable ?? '', inner)]),
    ...(entry.value ? [patternCompiler(entry.value)] : []),
  ];
  const bound = compileAll(parts, scope);
  return {
    bind: (value, env, run, next) =>
      key.run(value, undefined, env, run, name =>
        bound.bind(
          part(value, requireName(name, entry.at), entry.at, run),
          env,
          run,
          next,
        ),
      ),
    scope: bound.scope,
  };
}

function patternCompiler(pattern: Pattern): (scope: Scope) => BoundPattern {
  return scope => compilePattern(pattern, scope);
}

function requireName(name: Json, at: number): Json {
  if (typeof name === 'string') return name;
  throw new JqError(`Cannot index object with ${describe(name)}`).at(at);
}

/**
 * Patterns to be tried in turn, as `?//` does: a later one when the earlier one or what follows it fails.
 *
 * The variables of all of them are declared in each case, with null for those that the pattern at hand lacks.
 *
 * @internal
 */
export function compilePatterns(
  patterns: readonly Pattern[],
  scope: Scope,
): BoundPattern {
  if (patterns.length === 1) return compilePattern(patterns[0], scope);
  const names = [...new Set(patterns.flatMap(variablesOf))];
  const common = names.reduce(
    (inner, name) => inner.with({ kind: 'variable', name }),
    scope,
  );
  const binders = patterns.map(pattern =>
    bindAllNames(compilePattern(pattern, scope), names, variablesOf(pattern)),
  );
  return { bind: firstThatFits(binders), scope: common };
}

function bindAllNames(
  { bind, scope }: BoundPattern,
  names: readonly string[],
  own: readonly string[],
): Binder {
  const hops = names.map(name =>
    own.includes(name) ? scope.variable(name) : undefined,
  );
  return (value, env, run, next) =>
    bind(value, env, run, inner => {
      let all = env;
      for (const hop of hops) {
        const bound = hop === undefined ? undefined : outwards(inner, hop);
        all = bindValue(all, bound?.value ?? null);
      }
      return next(all);
    });
}

function firstThatFits(binders: readonly Binder[]): Binder {
  const last = binders.length - 1;
  return (value, env, run, next) => {
    const { depth } = run;
    for (let index = 0; index < last; index += 1) {
      try {
        return binders[index](value, env, run, next);
      } catch (error) {
        if (!(error instanceof JqError)) throw error;
        run.depth = depth;
      }
    }
    return binders[last](value, env, run, next);
  };
}

function variablesOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'variable':
      return [pattern.name];
    case 'array':
      return pattern.items.flatMap(variablesOf);
    default:
      return pattern.entries.flatMap(({ variable, value }) => [
        ...(variable === undefined ? [] : [variable]),
        ...(value ? variablesOf(value) : []),
      ]);
  }
}
