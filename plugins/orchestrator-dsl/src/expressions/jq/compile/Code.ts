import type { Json } from '../../../Json';
import { strayPath, type Path } from '../paths/Path';
import type { Run } from '../Run';

/**
 * What a piece of an expression compiles to: closures that call each other.
 *
 * Results are pushed into `emit`, not pulled, so that nothing is allocated to produce them.
 *
 * @internal
 */
export interface Code {
  /** The only result; present when there is always exactly one (or an error). Values only, no paths. */
  readonly one?: One;
  /** Whether {@link run} may return {@link TAIL}. */
  readonly canTail?: boolean;
  /** Emits all results in order, together with their paths when the path of the input is given. */
  readonly run: Many;
}

/** @internal */
export type One = (input: Json, env: Env | undefined, run: Run) => Json;

/** @internal */
export type Many = (
  input: Json,
  path: Path | undefined,
  env: Env | undefined,
  run: Run,
  emit: Emit,
) => Signal;

/** Takes a result; its path only if paths are asked for. @internal */
export type Emit = (value: Json, path: Path | undefined) => Signal;

/** What is to happen after an emission or a run. @internal */
export type Signal = typeof GO_ON | typeof STOP | typeof TAIL;

/** Carry on. @internal */
export const GO_ON = 0;
/** Return at once, up to who asked for it: `label`, `first`, `limit`, … @internal */
export const STOP = 1;
/** Return at once; the caller of the function makes the call in `run.tail`. Only from code in tail position. @internal */
export const TAIL = 2;

/** A variable, a function parameter or a label, and those declared around it. @internal */
export class Env {
  constructor(
    readonly outer: Env | undefined,
    readonly value: Json,
    readonly closure: Closure | undefined,
  ) {}
}

/** An argument of a function, evaluated whenever the function uses it, in the scope of its caller. @internal */
export interface Closure {
  readonly code: Code;
  readonly env: Env | undefined;
}

/** A break on its way through code that gives one value; `label` catches it. @internal */
export class BreakSignal {
  constructor(readonly target: Env | undefined) {}
}

/** Code that always gives one value that is not part of the input. @internal */
export function computed(one: One): Code {
  return {
    one,
    run: (input, path, env, run, emit) => {
      const value = one(input, env, run);
      return emit(value, path && strayPath(value));
    },
  };
}

/** Runs code for its values, out of tail position: an unfinished break becomes a {@link BreakSignal}. @internal */
export function forEachValue(
  code: Code,
  input: Json,
  env: Env | undefined,
  run: Run,
  take: (value: Json) => void,
): void {
  if (code.one) {
    take(code.one(input, env, run));
    return;
  }
  const signal = code.run(input, undefined, env, run, value => {
    take(value);
    return GO_ON;
  });
  if (signal === STOP) throw new BreakSignal(run.target);
}
