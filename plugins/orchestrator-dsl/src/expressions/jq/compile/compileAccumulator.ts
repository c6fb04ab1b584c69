import type { Json } from '../../../Json';
import { locate } from '../JqError';
import type { BinaryNode, IfNode, Node } from '../language/SyntaxTree';
import { Draft } from '../paths/Draft';
import type { Run } from '../Run';
import { isTruthy } from '../values/types';
import { GO_ON, type Code, type Env, type Signal } from './Code';
import type { Path } from '../paths/Path';
import { ASSIGNMENTS, assignAll } from './compileUpdate';
import { readsInput } from './readsInput';
import type { Scope } from './Scope';

/** What `reduce` carries along. @internal */
export interface Accumulated {
  value: Json;
  path: Path | undefined;
}

/** Replaces what is accumulated by the last result of the update, null if it has none. @internal */
export type Accumulate = (
  state: Accumulated,
  env: Env | undefined,
  run: Run,
) => Signal;

/**
 * The update of a `reduce`, to be made anew for each evaluation.
 *
 * Updates such as `. + [$x]` or `.[$k] += 1`, through which nobody else can get hold of what is accumulated, change it in
 * place after the first time: n of them cost n, not n².
 *
 * @internal
 */
export function compileAccumulator(
  node: Node,
  scope: Scope,
): (run: Run) => Accumulate {
  const update = scope.compile(node);
  const inPlace = compileInPlace(node, scope);
  return run => {
    const draft = new Draft(run);
    return (state, env) => {
      if (!inPlace || state.path) return accumulate(state, update, env, run);
      state.value = inPlace(draft, state.value, env, run);
      return GO_ON;
    };
  };
}

function accumulate(
  state: Accumulated,
  update: Code,
  env: Env | undefined,
  run: Run,
): Signal {
  if (update.one && !state.path) {
    state.value = update.one(state.value, env, run);
    return GO_ON;
  }
  const { value, path } = state;
  state.value = null;
  return update.run(value, path, env, run, (last, lastPath) => {
    state.value = last;
    state.path = lastPath;
    return GO_ON;
  });
}

/** An update that keeps the value to the draft. */
type InPlace = (
  draft: Draft,
  value: Json,
  env: Env | undefined,
  run: Run,
) => Json;

function compileInPlace(node: Node, scope: Scope): InPlace | undefined {
  if (node.kind === 'identity') return (_draft, value) => value;
  if (node.kind === 'if') return compileIf(node, scope);
  if (node.kind !== 'binary') return undefined;
  switch (node.operator) {
    case '|':
      return compilePipe(node, scope);
    case '+':
      return compileSum(node, scope);
    case '=':
    case '+=':
    case '-=':
    case '*=':
    case '/=':
    case '%=':
    case '//=':
      return compileAssignment(node, ASSIGNMENTS[node.operator], scope);
    default:
      return undefined;
  }
}

function compileIf(node: IfNode, scope: Scope): InPlace | undefined {
  const condition = scope.compile(node.condition).one;
  const then = compileInPlace(node.then, scope);
  const otherwise = compileInPlace(node.else, scope);
  if (!condition || !then || !otherwise) return undefined;
  return (draft, value, env, run) =>
    isTruthy(condition(value, env, run))
      ? then(draft, value, env, run)
      : otherwise(draft, value, env, run);
}

function compilePipe(node: BinaryNode, scope: Scope): InPlace | undefined {
  const left = compileInPlace(node.left, scope);
  const right = compileInPlace(node.right, scope);
  return (
    left &&
    right &&
    ((draft, value, env, run) =>
      right(draft, left(draft, value, env, run), env, run))
  );
}

/** `. + value`. */
function compileSum(node: BinaryNode, scope: Scope): InPlace | undefined {
  const { one } = scope.compile(node.right);
  if (node.left.kind !== 'identity' || readsInput(node.right) || !one) {
    return undefined;
  }
  return located(node.at, (draft, value, env, run) =>
    draft.sum(value, one(value, env, run)),
  );
}

/** `paths op= value`. */
function compileAssignment(
  node: BinaryNode,
  assignment: (typeof ASSIGNMENTS)['='],
  scope: Scope,
): InPlace | undefined {
  const { one } = scope.compile(node.right);
  if (readsInput(node.right) || !one) return undefined;
  const paths = scope.compile(node.left);
  return located(node.at, (draft, value, env, run) => {
    const operand = one(value, env, run);
    return assignAll(draft, paths, assignment, operand, value, env, run);
  });
}

function located(at: number, update: InPlace): InPlace {
  return (draft, value, env, run) => {
    run.step(1);
    try {
      return update(draft, value, env, run);
    } catch (error) {
      throw locate(error, at);
    }
  };
}
