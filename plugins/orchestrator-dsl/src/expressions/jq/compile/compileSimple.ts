import type { Json } from '../../../Json';
import { formats } from '../values/formats';
import { locate } from '../JqError';
import type { Node } from '../language/SyntaxTree';
import { unfit } from '../values/describe';
import { computed, type Code } from './Code';
import { strayPath } from '../paths/Path';
import { outwards } from './env';
import { checked } from '../values/arithmetic';
import type { Scope } from './Scope';

/** `.` @internal */
export const identity: Code = {
  one: input => input,
  run: (input, path, _env, _run, emit) => emit(input, path),
};

/** @internal */
export function compileLiteral(value: Json): Code {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return computed((_input, _env, run) => checked(value, run));
  }
  return computed(() => value);
}

/** @internal */
export function compileVariable(
  node: Node & { kind: 'variable' },
  scope: Scope,
): Code {
  const hops = scope.variable(node.name);
  if (hops !== undefined) return localVariable(hops);
  const index = scope.context.variable(node.name);
  if (index === undefined) {
    return scope.context.fail(node, `$${node.name} is not defined`);
  }
  return computed((_input, _env, run) => run.variables[index]);
}

/** @internal */
export function localVariable(hops: number): Code {
  if (hops === 0) return computed((_input, env) => env?.value ?? null);
  if (hops === 1) return computed((_input, env) => env?.outer?.value ?? null);
  return computed((_input, env) => outwards(env, hops)?.value ?? null);
}

/** `@format`. @internal */
export function compileFormat(
  node: Node & { kind: 'format' },
  scope: Scope,
): Code {
  const format = formats.get(node.name);
  if (!format) {
    return scope.context.fail(node, `${node.name} is not a valid format`);
  }
  return computed((input, _env, run) => {
    try {
      return format(input, run);
    } catch (error) {
      throw locate(error, node.at);
    }
  });
}

/** @internal */
export function compileNegate(
  node: Node & { kind: 'negate' },
  scope: Scope,
): Code {
  const body = scope.compile(node.body);
  const negate = (value: Json): Json => {
    if (typeof value === 'number') return -value;
    throw unfit(value, 'cannot be negated').at(node.at);
  };
  return mapOne(body, negate);
}

/** The results of `body`, each replaced by `change` of it. */
function mapOne(body: Code, change: (value: Json) => Json): Code {
  const { one } = body;
  if (one) return computed((input, env, run) => change(one(input, env, run)));
  return {
    run: (input, path, env, run, emit) =>
      body.run(input, undefined, env, run, value => {
        const changed = change(value);
        return emit(changed, path && strayPath(changed));
      }),
  };
}
