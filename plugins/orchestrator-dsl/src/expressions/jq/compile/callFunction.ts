import type { Json } from '../../../Json';
import type { Run } from '../Run';
import { TAIL, type Code, type Emit, type Env, type Signal } from './Code';
import type { Path } from '../paths/Path';

/** A call costs about as much as so many operators. */
const CALL_STEPS = 3;

/** Runs the body of a function and all calls that it leaves to its caller. @internal */
export function callFunction(
  body: Code,
  input: Json,
  path: Path | undefined,
  env: Env | undefined,
  run: Run,
  emit: Emit,
): Signal {
  run.enter();
  run.step(CALL_STEPS);
  const signal = finishTail(body.run(input, path, env, run, emit), run, emit);
  run.depth -= 1;
  return signal;
}

/** Makes the calls that were left to the caller, one after the other. @internal */
export function finishTail(first: Signal, run: Run, emit: Emit): Signal {
  let signal = first;
  while (signal === TAIL && run.tail) {
    const { body, input, path, env } = run.tail;
    run.tail = undefined;
    run.step(CALL_STEPS);
    signal = body.run(input, path, env, run, emit);
  }
  return signal;
}
