import { callFunction } from './callFunction';
import {
  TAIL,
  type Closure,
  type Code,
  type Env,
  type One,
  type Signal,
} from './Code';
import { localVariable } from './compileSimple';
import { bindClosure, bindValue, outwards } from './env';
import type {
  CallNode,
  DefineNode,
  Definition,
  Node,
} from '../language/SyntaxTree';
import type { Run } from '../Run';
import type { Json } from '../../../Json';
import type { CompiledFunction, Scope } from './Scope';

/** `def name(parameters): body; rest`. @internal */
export function compileDefine(
  node: DefineNode,
  scope: Scope,
  isTail: boolean,
): Code {
  return defineFunction(node.definition, scope).compileTail(node.rest, isTail);
}

/** The scope in which the function can be called. @internal */
export function defineFunction(definition: Definition, scope: Scope): Scope {
  const { name, parameters, body } = definition;
  const compiled: CompiledFunction = { name, parameters, code: undefined };
  const after = scope.with({ kind: 'function', function: compiled });
  const inside = parameters.reduce(declareParameter, after);
  compiled.code = inside.compileTail(body);
  return after;
}

function declareParameter(scope: Scope, parameter: string): Scope {
  return parameter.startsWith('$')
    ? scope.with({ kind: 'value parameter', name: parameter.slice(1) })
    : scope.with({ kind: 'closure', name: parameter });
}

/** `name(args)`: of the expression itself, else built in. @internal */
export function compileCall(
  node: CallNode,
  scope: Scope,
  isTail: boolean,
): Code {
  const found = scope.function(node.name, node.args.length);
  switch (found?.kind) {
    case 'variable':
      return localVariable(found.hops);
    case 'closure':
      return callClosure(found.hops);
    case 'function':
      return callTo(found.function, found.hops, node.args, scope, isTail);
    default:
      return (
        scope.context.builtin(node, scope) ??
        scope.context.fail(
          node,
          `${node.name}/${node.args.length} is not defined`,
        )
      );
  }
}

function callClosure(hops: number): Code {
  return {
    run: (input, path, env, run, emit) => {
      run.steps -= 1;
      if (run.steps < 0) run.outOfSteps();
      const { code, env: home } = closureAt(env, hops);
      return code.run(input, path, home, run, emit);
    },
  };
}

function closureAt(env: Env | undefined, hops: number): Closure {
  const closure = outwards(env, hops)?.closure;
  if (!closure) throw new TypeError('the parameter has no argument');
  return closure;
}

/** The call of a function whose declaration is `hops` further out. @internal */
export function callTo(
  target: CompiledFunction,
  hops: number,
  args: readonly Node[],
  scope: Scope,
  isTail: boolean,
): Code {
  const bindArgs = argumentsBinder(target.parameters, args, scope);
  const isRecursive = target.code === undefined;
  if (isRecursive) return recursiveCall(target, hops, bindArgs, isTail);
  const body = requireCode(target);
  return {
    one: body.one && bindArgs.one && callOne(body.one, hops, bindArgs.one),
    run: (input, path, env, run, emit) =>
      bindArgs.each(outwards(env, hops), input, env, run, inner =>
        callFunction(body, input, path, inner, run, emit),
      ),
  };
}

function callOne(body: One, hops: number, bind: BindOne): One {
  return (input, env, run) => {
    run.step(1);
    return body(input, bind(outwards(env, hops), input, env, run), run);
  };
}

/** In tail position the caller of this function makes the call, once this function has returned. */
function recursiveCall(
  target: CompiledFunction,
  hops: number,
  bindArgs: ArgumentsBinder,
  isTail: boolean,
): Code {
  const { one } = bindArgs;
  if (isTail && one) {
    return {
      canTail: true,
      run: (input, path, env, run) => {
        const inner = one(outwards(env, hops), input, env, run);
        run.tail = { body: requireCode(target), input, path, env: inner };
        return TAIL;
      },
    };
  }
  return {
    run: (input, path, env, run, emit) =>
      bindArgs.each(outwards(env, hops), input, env, run, inner =>
        callFunction(requireCode(target), input, path, inner, run, emit),
      ),
  };
}

function requireCode(target: CompiledFunction): Code {
  if (!target.code) throw new TypeError(`${target.name} is not compiled yet`);
  return target.code;
}

/** Declares the arguments of a call inside `home`, the scope of the function. */
type BindOne = (
  home: Env | undefined,
  input: Json,
  env: Env | undefined,
  run: Run,
) => Env | undefined;

interface ArgumentsBinder {
  /** Present when no argument has several values to be bound in turn. */
  readonly one?: BindOne;
  each(
    home: Env | undefined,
    input: Json,
    env: Env | undefined,
    run: Run,
    next: (inner: Env | undefined) => Signal,
  ): Signal;
}

function argumentsBinder(
  parameters: readonly string[],
  args: readonly Node[],
  scope: Scope,
): ArgumentsBinder {
  const binders = args.map((arg, index) =>
    parameters[index].startsWith('$')
      ? valueBinder(scope.compile(arg))
      : closureBinder(arg, scope),
  );
  return binders.reduce(bindBoth, {
    one: home => home,
    each: (home, _input, _env, _run, next) => next(home),
  });
}

function bindBoth(
  first: ArgumentsBinder,
  second: ArgumentsBinder,
): ArgumentsBinder {
  const { one } = first;
  const { one: secondOne } = second;
  return {
    one:
      one &&
      secondOne &&
      ((home, input, env, run) =>
        secondOne(one(home, input, env, run), input, env, run)),
    each: (home, input, env, run, next) =>
      first.each(home, input, env, run, inner =>
        second.each(inner, input, env, run, next),
      ),
  };
}

function valueBinder(code: Code): ArgumentsBinder {
  const { one } = code;
  return {
    one:
      one && ((home, input, env, run) => bindValue(home, one(input, env, run))),
    each: (home, input, env, run, next) =>
      code.run(input, undefined, env, run, value =>
        next(bindValue(home, value)),
      ),
  };
}

/** What a closure and its environment take. */
const CLOSURE_BYTES = 144;

function closureBinder(arg: Node, scope: Scope): ArgumentsBinder {
  const hops = parameterHops(arg, scope);
  const code = hops === undefined ? scope.compile(arg) : undefined;
  const bind: BindOne = (home, _input, env, run) => {
    run.build(CLOSURE_BYTES);
    return code
      ? bindClosure(home, { code, env })
      : bindClosure(home, closureAt(env, hops ?? 0));
  };
  return {
    one: bind,
    each: (home, input, env, run, next) => next(bind(home, input, env, run)),
  };
}

/** A parameter that is merely passed on needs no closure of its own. */
function parameterHops(arg: Node, scope: Scope): number | undefined {
  if (arg.kind !== 'call' || arg.args.length > 0) return undefined;
  const found = scope.function(arg.name, 0);
  return found?.kind === 'closure' ? found.hops : undefined;
}
