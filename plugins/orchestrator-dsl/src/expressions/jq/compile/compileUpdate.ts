import type { Json } from '../../../Json';
import { locate } from '../JqError';
import type { BinaryNode, UpdateOperator } from '../language/SyntaxTree';
import { deletePaths } from '../paths/deletePaths';
import { Draft } from '../paths/Draft';
import { getPath } from '../paths/getPath';
import { pathKeys } from '../paths/pathKeys';
import type { Run } from '../Run';
import { isTruthy } from '../values/types';
import { ARITHMETIC, type Operation } from '../values/arithmetic';
import {
  BreakSignal,
  computed,
  GO_ON,
  STOP,
  type Code,
  type Env,
} from './Code';
import { ROOT, strayPath } from '../paths/Path';
import type { Scope } from './Scope';

/** `paths op= values`. @internal */
export function compileUpdate(
  node: BinaryNode,
  operator: UpdateOperator,
  scope: Scope,
): Code {
  const paths = scope.compile(node.left);
  const values = scope.compile(node.right);
  return operator === '|='
    ? modify(paths, values, node.at)
    : assign(paths, values, ASSIGNMENTS[operator], node.at);
}

/** The root with the value at a path, or combined with what is there. */
type Assignment = (
  draft: Draft,
  root: Json,
  keys: readonly Json[],
  value: Json,
  run: Run,
) => Json;

/** What the assignment operators do at each path. @internal */
export const ASSIGNMENTS: {
  readonly [O in Exclude<UpdateOperator, '|='>]: Assignment;
} = {
  '=': (draft, root, keys, value) => draft.set(root, keys, value),
  '//=': combined((before, value) => (isTruthy(before) ? before : value)),
  '+=': (draft, root, keys, value) => draft.plus(root, keys, value),
  '-=': combined(ARITHMETIC['-']),
  '*=': combined(ARITHMETIC['*']),
  '/=': combined(ARITHMETIC['/']),
  '%=': combined(ARITHMETIC['%']),
};

function combined(combine: Operation): Assignment {
  return (draft, root, keys, value, run) => {
    const before = getPath(root, keys, run);
    // What is combined may be in use elsewhere from then on.
    if (draft.owns(before)) draft.release();
    return draft.set(root, keys, combine(before, value, run));
  };
}

/** One result for each value: the input after the assignment at all paths. */
function assign(
  paths: Code,
  values: Code,
  assignment: Assignment,
  at: number,
): Code {
  const { one } = values;
  if (one) {
    return located(at, (input, env, run) => {
      const value = one(input, env, run);
      const draft = new Draft(run);
      return assignAll(draft, paths, assignment, value, input, env, run);
    });
  }
  return {
    run: (input, path, env, run, emit) =>
      values.run(input, undefined, env, run, value => {
        const draft = new Draft(run);
        const changed = assignAll(
          draft,
          paths,
          assignment,
          value,
          input,
          env,
          run,
        );
        return emit(changed, path && strayPath(changed));
      }),
  };
}

/** The input after the assignment of the value at all paths. @internal */
export function assignAll(
  draft: Draft,
  paths: Code,
  assignment: Assignment,
  value: Json,
  input: Json,
  env: Env | undefined,
  run: Run,
): Json {
  let root = input;
  forEachPath(paths, input, env, run, keys => {
    root = assignment(draft, root, keys, value, run);
  });
  return root;
}

/** The input with the first result of `update` at each path; without the path where there is no result. @internal */
export function modify(paths: Code, update: Code, at: number): Code {
  return located(at, (input, env, run) => {
    const draft = new Draft(run);
    const emptied: Json[] = [];
    let root = input;
    forEachPath(paths, input, env, run, keys => {
      const before = getPath(root, keys, run);
      if (draft.owns(before)) draft.release();
      const after = firstResult(update, before, env, run);
      if (after === undefined) emptied.push(keys);
      else root = draft.set(root, keys, after);
    });
    return emptied.length === 0 ? root : deletePaths(root, emptied, run);
  });
}

function located(
  at: number,
  one: (input: Json, env: Env | undefined, run: Run) => Json,
): Code {
  return computed((input, env, run) => {
    try {
      return one(input, env, run);
    } catch (error) {
      throw locate(error, at);
    }
  });
}

/** Gives the keys of each path that the code leads to. @internal */
export function forEachPath(
  code: Code,
  input: Json,
  env: Env | undefined,
  run: Run,
  take: (keys: Json[]) => void,
): void {
  const signal = code.run(input, ROOT, env, run, (_value, path) => {
    run.step(1);
    take(pathKeys(path, run));
    return GO_ON;
  });
  if (signal === STOP) throw new BreakSignal(run.target);
}

/** The first result, undefined if there is none. @internal */
export function firstResult(
  code: Code,
  input: Json,
  env: Env | undefined,
  run: Run,
): Json | undefined {
  if (code.one) return code.one(input, env, run);
  let first: Json | undefined;
  const signal = code.run(input, undefined, env, run, value => {
    first = value;
    return STOP;
  });
  if (first === undefined && signal === STOP) throw new BreakSignal(run.target);
  return first;
}
