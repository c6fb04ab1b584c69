import type { BinaryNode } from '../language/SyntaxTree';
import { delayLast } from './delayLast';
import { GO_ON, type Code, type Many } from './Code';
import { identity } from './compileSimple';
import type { Scope } from './Scope';

/** `left | right`. @internal */
export function compilePipe(
  node: BinaryNode,
  scope: Scope,
  isTail: boolean,
): Code {
  return pipe(scope.compile(node.left), scope.compileTail(node.right, isTail));
}

/** @internal */
export function pipe(left: Code, right: Code): Code {
  if (left === identity) return right;
  if (right === identity) return left;
  const leftOne = left.one;
  const rightOne = right.one;
  const run = right.canTail
    ? pipeLastAtLast(left, right)
    : pipeEach(left, right);
  if (!leftOne) return { run, canTail: right.canTail };
  return {
    one:
      rightOne && ((input, env, r) => rightOne(leftOne(input, env, r), env, r)),
    canTail: right.canTail,
    run: (input, path, env, r, emit) =>
      path
        ? run(input, path, env, r, emit)
        : right.run(leftOne(input, env, r), undefined, env, r, emit),
  };
}

function pipeEach(left: Code, right: Code): Many {
  const rightOne = right.one;
  return (input, path, env, run, emit) => {
    if (rightOne && !path) {
      return left.run(input, undefined, env, run, value =>
        emit(rightOne(value, env, run), undefined),
      );
    }
    return left.run(input, path, env, run, (value, valuePath) =>
      right.run(value, valuePath, env, run, emit),
    );
  };
}

function pipeLastAtLast(left: Code, right: Code): Many {
  return (input, path, env, run, emit) =>
    delayLast(left, input, path, env, run, emit, (value, valuePath) =>
      right.run(value, valuePath, env, run, emit),
    );
}

/** `left, right`. @internal */
export function compileComma(
  node: BinaryNode,
  scope: Scope,
  isTail: boolean,
): Code {
  const left = scope.compile(node.left);
  const right = scope.compileTail(node.right, isTail);
  return {
    canTail: right.canTail,
    run: (input, path, env, run, emit) => {
      const signal = left.run(input, path, env, run, emit);
      return signal === GO_ON ? right.run(input, path, env, run, emit) : signal;
    },
  };
}
