import type { Json } from '../../../Json';
import { locate } from '../JqError';
import type { BinaryNode, ComparisonOperator } from '../language/SyntaxTree';
import type { Run } from '../Run';
import { compare, equals } from '../values/compare';
import { isTruthy } from '../values/types';
import { ARITHMETIC, type Operation } from '../values/arithmetic';
import { computed, GO_ON, type Code } from './Code';
import { strayPath } from '../paths/Path';
import { compileComma, compilePipe } from './compilePipe';
import { delayLast } from './delayLast';
import { compileUpdate } from './compileUpdate';
import type { Scope } from './Scope';

const COMPARISONS: { readonly [O in ComparisonOperator]: Operation } = {
  '==': (left, right, run) => equals(left, right, run),
  '!=': (left, right, run) => !equals(left, right, run),
  '<': (left, right, run) => compare(left, right, run) < 0,
  '<=': (left, right, run) => compare(left, right, run) <= 0,
  '>': (left, right, run) => compare(left, right, run) > 0,
  '>=': (left, right, run) => compare(left, right, run) >= 0,
};

/** @internal */
export function compileBinary(
  node: BinaryNode,
  scope: Scope,
  isTail: boolean,
): Code {
  switch (node.operator) {
    case '|':
      return compilePipe(node, scope, isTail);
    case ',':
      return compileComma(node, scope, isTail);
    case '//':
      return compileAlternative(node, scope, isTail);
    case 'and':
      return compileLogic(node, scope, false);
    case 'or':
      return compileLogic(node, scope, true);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return compileOperation(node, scope, ARITHMETIC[node.operator]);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compileOperation(node, scope, COMPARISONS[node.operator]);
    default:
      return compileUpdate(node, node.operator, scope);
  }
}

/** The right operand varies slowest. */
function compileOperation(
  node: BinaryNode,
  scope: Scope,
  operate: Operation,
): Code {
  const left = scope.compile(node.left);
  const right = scope.compile(node.right);
  const leftOne = left.one;
  const rightOne = right.one;
  const { at } = node;
  if (leftOne && rightOne) {
    return computed((input, env, run) => {
      run.steps -= 1;
      if (run.steps < 0) run.outOfSteps();
      const second = rightOne(input, env, run);
      const first = leftOne(input, env, run);
      try {
        return operate(first, second, run);
      } catch (error) {
        throw locate(error, at);
      }
    });
  }
  return operationOfMany(left, right, operate, at);
}

/** Emits what follows from the last operands when these have returned: recursion in them then needs half the stack. */
function operationOfMany(
  left: Code,
  right: Code,
  operate: Operation,
  at: number,
): Code {
  return {
    run: (input, path, env, run, emit) => {
      const withSecond = (second: Json) =>
        delayLast(left, input, undefined, env, run, emit, first => {
          const value = operateAt(operate, first, second, run, at);
          return emit(value, path && strayPath(value));
        });
      return delayLast(right, input, undefined, env, run, emit, withSecond);
    },
  };
}

function operateAt(
  operate: Operation,
  first: Json,
  second: Json,
  run: Run,
  at: number,
): Json {
  run.step(1);
  try {
    return operate(first, second, run);
  } catch (error) {
    throw locate(error, at);
  }
}

/** `and`, `or`: the right operand only counts when the left one does not decide. */
function compileLogic(node: BinaryNode, scope: Scope, deciding: boolean): Code {
  const left = scope.compile(node.left);
  const right = scope.compile(node.right);
  const leftOne = left.one;
  const rightOne = right.one;
  if (leftOne && rightOne) {
    return computed((input, env, run) =>
      isTruthy(leftOne(input, env, run)) === deciding
        ? deciding
        : isTruthy(rightOne(input, env, run)),
    );
  }
  return {
    run: (input, path, env, run, emit) => {
      const give = (value: boolean) => emit(value, path && strayPath(value));
      return left.run(input, undefined, env, run, first =>
        isTruthy(first) === deciding
          ? give(deciding)
          : right.run(input, undefined, env, run, second =>
              give(isTruthy(second)),
            ),
      );
    },
  };
}

/** `left // right`: what of the left is neither null nor false; the right if there is nothing. */
function compileAlternative(
  node: BinaryNode,
  scope: Scope,
  isTail: boolean,
): Code {
  const left = scope.compile(node.left);
  const right = scope.compileTail(node.right, isTail);
  const leftOne = left.one;
  const rightOne = right.one;
  return {
    one:
      leftOne &&
      rightOne &&
      ((input, env, run) => {
        const value = leftOne(input, env, run);
        return isTruthy(value) ? value : rightOne(input, env, run);
      }),
    canTail: right.canTail,
    run: (input, path, env, run, emit) => {
      let isFound = false;
      const signal = left.run(input, path, env, run, (value, valuePath) => {
        if (!isTruthy(value)) return GO_ON;
        isFound = true;
        return emit(value, valuePath);
      });
      return isFound || signal !== GO_ON
        ? signal
        : right.run(input, path, env, run, emit);
    },
  };
}
