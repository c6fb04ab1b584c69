import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { finishTail } from './callFunction';
import { GO_ON, type Code, type Emit, type Env, type Signal } from './Code';
import type { Path } from '../paths/Path';

/** Its closures cost about as much as so many operators. */
const DELAY_STEPS = 5;

/**
 * Goes on with each result of `source`, with the last one only after `source` has returned: then what follows is in tail
 * position, and recursion takes no stack.
 *
 * @param next - what follows; may return TAIL
 * @param emit - where what follows emits to
 * @internal
 */
export function delayLast(
  source: Code,
  input: Json,
  path: Path | undefined,
  env: Env | undefined,
  run: Run,
  emit: Emit,
  next: (value: Json, path: Path | undefined) => Signal,
): Signal {
  run.step(DELAY_STEPS);
  let pending: { value: Json; path: Path | undefined } | undefined;
  const finish = (): Signal => {
    const last = pending;
    pending = undefined;
    return last ? next(last.value, last.path) : GO_ON;
  };
  let signal: Signal;
  try {
    signal = source.run(input, path, env, run, (value, valuePath) => {
      const before = finishTail(finish(), run, emit);
      if (before === GO_ON) pending = { value, path: valuePath };
      return before;
    });
  } catch (error) {
    // The results before an error come before the error.
    const last =
      error instanceof JqError ? finishTail(finish(), run, emit) : GO_ON;
    if (last !== GO_ON) return last;
    throw error;
  }
  if (signal === GO_ON) return finish();
  return stopAfterLast(signal, finish, run, emit);
}

/** The results before a break come before the break. */
function stopAfterLast(
  signal: Signal,
  finish: () => Signal,
  run: Run,
  emit: Emit,
): Signal {
  const { target } = run;
  const last = finishTail(finish(), run, emit);
  if (last !== GO_ON) return last;
  run.target = target;
  return signal;
}
