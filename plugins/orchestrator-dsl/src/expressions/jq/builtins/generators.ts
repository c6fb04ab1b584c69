import type { Json } from '../../../Json';
import {
  BreakSignal,
  computed,
  GO_ON,
  STOP,
  type Code,
  type Emit,
  type Env,
  type Many,
  type Signal,
} from '../compile/Code';
import { strayPath, type Path } from '../paths/Path';
import { collect } from '../compile/compileConstruction';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { isArray, isTruthy } from '../values/types';
import type { Node } from '../language/SyntaxTree';
import type { SpecialCall, Specials } from './Builtin';
import { requireBound } from './math';

/** Functions that give none, several or some of the results of an expression. @internal */
export const generators: Specials = {
  'empty/0': () => ({ run: () => GO_ON }),
  'error/0': ({ at }) => computed(input => raise(input, at)),
  'error/1': compileError,
  'select/1': compileSelect,
  'map/1': compileMap,
  'recurse/0': () => ({ run: recurse }),
  'range/1': call =>
    compileRange(literal(call, 0), call.args[0], literal(call, 1), call),
  'range/2': call =>
    compileRange(call.args[0], call.args[1], literal(call, 1), call),
  'range/3': call =>
    compileRange(call.args[0], call.args[1], call.args[2], call),
  'first/1': ({ args, scope }) => first(scope.compile(args[0])),
  'last/1': ({ args, scope }) => last(scope.compile(args[0])),
  'limit/2': compileLimit,
  'skip/2': compileSkip,
  'isempty/1': ({ args, scope }) => {
    const source = scope.compile(args[0]);
    return computed(
      (input, env, run) => !someResult(source, input, env, run, () => true),
    );
  },
  'any/0': call =>
    compileSome(iterateInput(call), identityNode(call), call, true),
  'any/1': call => compileSome(iterateInput(call), call.args[0], call, true),
  'any/2': call => compileSome(call.args[0], call.args[1], call, true),
  'all/0': call =>
    compileSome(iterateInput(call), identityNode(call), call, false),
  'all/1': call => compileSome(iterateInput(call), call.args[0], call, false),
  'all/2': call => compileSome(call.args[0], call.args[1], call, false),
};

function literal({ at }: SpecialCall, value: number): Node {
  return { kind: 'literal', at, value };
}

function identityNode({ at }: SpecialCall): Node {
  return { kind: 'identity', at };
}

function iterateInput(call: SpecialCall): Node {
  return { kind: 'iterate', at: call.at, target: identityNode(call) };
}

function raise(value: Json, at: number): never {
  throw new JqError(value, true).at(at);
}

function compileError({ args, scope, at }: SpecialCall): Code {
  const message = scope.compile(args[0]);
  const { one } = message;
  if (one)
    return computed((input, env, run) => raise(one(input, env, run), at));
  return {
    run: (input, _path, env, run) =>
      message.run(input, undefined, env, run, value => raise(value, at)),
  };
}

function compileSelect({ args, scope }: SpecialCall): Code {
  const condition = scope.compile(args[0]);
  const { one } = condition;
  if (one) {
    return {
      run: (input, path, env, run, emit) =>
        isTruthy(one(input, env, run)) ? emit(input, path) : GO_ON,
    };
  }
  return {
    run: (input, path, env, run, emit) =>
      condition.run(input, undefined, env, run, value =>
        isTruthy(value) ? emit(input, path) : GO_ON,
      ),
  };
}

/** `[.[] | f]`. */
function compileMap(call: SpecialCall): Code {
  const { at, args, scope } = call;
  const body: Node = {
    kind: 'binary',
    at,
    operator: '|',
    left: iterateInput(call),
    right: args[0],
  };
  const results = scope.compile(body);
  return computed((input, env, run) => collect(results, input, env, run));
}

/** The input and all that is in it, parents first. */
const recurse: Many = (input, path, _env, run, emit) =>
  emitWithin(input, path, run, emit);

function emitWithin(
  value: Json,
  path: Path | undefined,
  run: Run,
  emit: Emit,
): Signal {
  run.step(1);
  const signal = emit(value, path);
  if (signal !== GO_ON || typeof value !== 'object' || value === null) {
    return signal;
  }
  run.enter();
  const inner = isArray(value)
    ? emitItemsWithin(value, path, run, emit)
    : emitEntriesWithin(value, path, run, emit);
  run.depth -= 1;
  return inner;
}

function emitItemsWithin(
  items: readonly Json[],
  path: Path | undefined,
  run: Run,
  emit: Emit,
): Signal {
  for (let key = 0; key < items.length; key += 1) {
    const at = path && { key, parent: path };
    const signal = emitWithin(items[key], at, run, emit);
    if (signal !== GO_ON) return signal;
  }
  return GO_ON;
}

function emitEntriesWithin(
  object: { readonly [key: string]: Json },
  path: Path | undefined,
  run: Run,
  emit: Emit,
): Signal {
  for (const key of Object.keys(object)) {
    const at = path && { key, parent: path };
    const signal = emitWithin(object[key], at, run, emit);
    if (signal !== GO_ON) return signal;
  }
  return GO_ON;
}

function compileRange(
  fromNode: Node,
  toNode: Node,
  byNode: Node,
  { scope, at }: SpecialCall,
): Code {
  const from = scope.compile(fromNode);
  const to = scope.compile(toNode);
  const by = scope.compile(byNode);
  return {
    run: (input, path, env, run, emit) =>
      from.run(input, undefined, env, run, start =>
        to.run(input, undefined, env, run, end =>
          by.run(input, undefined, env, run, step =>
            count(bounds(start, end, step, at), path, run, emit),
          ),
        ),
      ),
  };
}

interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

function bounds(start: Json, end: Json, step: Json, at: number): Bounds {
  try {
    return {
      start: requireBound(start),
      end: requireBound(end),
      step: requireBound(step),
    };
  } catch (error) {
    throw error instanceof JqError ? error.at(at) : error;
  }
}

function count(
  { start, end, step }: Bounds,
  path: Path | undefined,
  run: Run,
  emit: Emit,
): Signal {
  if (step === 0) return GO_ON;
  for (let value = start; step > 0 ? value < end : value > end; value += step) {
    run.steps -= 1;
    if (run.steps < 0) run.outOfSteps();
    const signal = emit(value, path && strayPath(value));
    if (signal !== GO_ON) return signal;
  }
  return GO_ON;
}

/** The first result of the code. @internal */
export function first(source: Code): Code {
  return { one: source.one, run: limited(source, 1) };
}

function limited(source: Code, most: number): Many {
  return (input, path, env, run, emit) => {
    let left = most;
    let isDone = false;
    const signal = source.run(input, path, env, run, (value, valuePath) => {
      left -= 1;
      const answer = emit(value, valuePath);
      if (answer !== GO_ON || left > 0) return answer;
      isDone = true;
      return STOP;
    });
    return isDone ? GO_ON : signal;
  };
}

function last(source: Code): Code {
  return {
    one: source.one,
    run: (input, path, env, run, emit) => {
      let value: Json | undefined;
      let valuePath: Path | undefined;
      const signal = source.run(input, path, env, run, (next, nextPath) => {
        value = next;
        valuePath = nextPath;
        return GO_ON;
      });
      if (signal !== GO_ON || value === undefined) return signal;
      return emit(value, valuePath);
    },
  };
}

function compileLimit({ args, scope }: SpecialCall): Code {
  const counts = scope.compile(args[0]);
  const source = scope.compile(args[1]);
  return {
    run: (input, path, env, run, emit) =>
      counts.run(input, undefined, env, run, most => {
        if (typeof most === 'number' && most < 0) {
          return source.run(input, path, env, run, emit);
        }
        return typeof most === 'number' && most > 0
          ? limited(source, most)(input, path, env, run, emit)
          : GO_ON;
      }),
  };
}

function compileSkip({ args, scope }: SpecialCall): Code {
  const counts = scope.compile(args[0]);
  const source = scope.compile(args[1]);
  return {
    run: (input, path, env, run, emit) =>
      counts.run(input, undefined, env, run, value => {
        let left = typeof value === 'number' ? value : 0;
        return source.run(input, path, env, run, (result, resultPath) => {
          left -= 1;
          return left >= 0 ? GO_ON : emit(result, resultPath);
        });
      }),
  };
}

/** Whether a result satisfies `matches`; evaluates no further than to the first that does. */
function someResult(
  source: Code,
  input: Json,
  env: Env | undefined,
  run: Run,
  matches: (value: Json) => boolean,
): boolean {
  let isFound = false;
  const signal = source.run(input, undefined, env, run, value => {
    isFound = matches(value);
    return isFound ? STOP : GO_ON;
  });
  if (signal === STOP && !isFound) throw new BreakSignal(run.target);
  return isFound;
}

/** `any` looks for a condition that holds, `all` for one that does not. */
function compileSome(
  sourceNode: Node,
  conditionNode: Node,
  { scope }: SpecialCall,
  wanted: boolean,
): Code {
  const source = scope.compile(sourceNode);
  const condition = scope.compile(conditionNode);
  const { one } = condition;
  const isMet = (value: Json, env: Env | undefined, run: Run): boolean =>
    one
      ? isTruthy(one(value, env, run)) === wanted
      : someResult(condition, value, env, run, met => isTruthy(met) === wanted);
  return computed(
    (input, env, run) =>
      someResult(source, input, env, run, value => isMet(value, env, run)) ===
      wanted,
  );
}
