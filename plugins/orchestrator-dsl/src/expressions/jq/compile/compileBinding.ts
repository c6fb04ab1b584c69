import type { Json } from '../../../Json';
import type { BindNode, ForeachNode, ReduceNode } from '../language/SyntaxTree';
import { compilePatterns, type Binder } from './bindPattern';
import {
  BreakSignal,
  STOP,
  type Code,
  type Emit,
  type Env,
  type Signal,
} from './Code';
import type { Path } from '../paths/Path';
import { bindValue } from './env';
import { compileAccumulator, type Accumulated } from './compileAccumulator';
import type { Run } from '../Run';
import type { Scope } from './Scope';

/** Declaring variables costs about as much as so many operators. */
const BIND_STEPS = 6;

/** `source as pattern | body`. @internal */
export function compileBind(
  node: BindNode,
  scope: Scope,
  isTail: boolean,
): Code {
  const source = scope.compile(node.source);
  const { bind, scope: inside } = compilePatterns(node.patterns, scope);
  const isVariable =
    node.patterns.length === 1 && node.patterns[0].kind === 'variable';
  const sourceOne = isVariable ? source.one : undefined;
  const body = inside.compileTail(node.body, isTail && sourceOne !== undefined);
  if (!sourceOne) return bindMany(source, bind, body);
  const bodyOne = body.one;
  return {
    one:
      bodyOne &&
      ((input, env, run) =>
        bodyOne(input, bindValue(env, sourceOne(input, env, run)), run)),
    canTail: body.canTail,
    run: (input, path, env, run, emit) =>
      body.run(
        input,
        path,
        bindValue(env, sourceOne(input, env, run)),
        run,
        emit,
      ),
  };
}

function bindMany(source: Code, bind: Binder, body: Code): Code {
  return {
    run: (input, path, env, run, emit) =>
      source.run(input, undefined, env, run, value => {
        run.step(BIND_STEPS);
        return bind(value, env, run, inner =>
          body.run(input, path, inner, run, emit),
        );
      }),
  };
}

/** `reduce source as pattern (initial; update)`. @internal */
export function compileReduce(node: ReduceNode, scope: Scope): Code {
  const source = scope.compile(node.source);
  const initial = scope.compile(node.initial);
  const { bind, scope: inside } = compilePatterns(node.patterns, scope);
  const update = compileAccumulator(node.update, inside);
  const reduce = (
    start: Json,
    startPath: Path | undefined,
    input: Json,
    env: Env | undefined,
    run: Run,
  ): Accumulated => {
    const accumulate = update(run);
    const state: Accumulated = { value: start, path: startPath };
    const signal = source.run(input, undefined, env, run, value => {
      run.step(1);
      return bind(value, env, run, inner => accumulate(state, inner, run));
    });
    if (signal === STOP) throw new BreakSignal(run.target);
    return state;
  };
  const { one } = initial;
  return {
    one:
      one &&
      ((input, env, run) =>
        reduce(one(input, env, run), undefined, input, env, run).value),
    run: (input, path, env, run, emit) =>
      initial.run(input, path, env, run, (start, startPath) => {
        const { value, path: at } = reduce(start, startPath, input, env, run);
        return emit(value, at);
      }),
  };
}

/** `foreach source as pattern (initial; update; extract)`. @internal */
export function compileForeach(node: ForeachNode, scope: Scope): Code {
  const source = scope.compile(node.source);
  const initial = scope.compile(node.initial);
  const { bind, scope: inside } = compilePatterns(node.patterns, scope);
  const update = inside.compile(node.update);
  const extract = node.extract && inside.compile(node.extract);
  return {
    run: (input, path, env, run, emit) =>
      initial.run(input, path, env, run, (start, startPath) => {
        const state: Accumulated = { value: start, path: startPath };
        const next = (inner: Env | undefined) =>
          advance(state, update, extract, inner, run, emit);
        return source.run(input, undefined, env, run, value => {
          run.step(BIND_STEPS);
          return bind(value, env, run, next);
        });
      }),
  };
}

function advance(
  state: Accumulated,
  update: Code,
  extract: Code | undefined,
  env: Env | undefined,
  run: Run,
  emit: Emit,
): Signal {
  return update.run(state.value, state.path, env, run, (value, path) => {
    state.value = value;
    state.path = path;
    return extract
      ? extract.run(value, path, env, run, emit)
      : emit(value, path);
  });
}
