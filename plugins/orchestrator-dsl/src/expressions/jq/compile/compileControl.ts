import { JqError } from '../JqError';
import type { IfNode, LabelNode, Node, TryNode } from '../language/SyntaxTree';
import { isTruthy } from '../values/types';
import { BreakSignal, GO_ON, STOP, type Code, type Many } from './Code';
import { strayPath } from '../paths/Path';
import { delayLast } from './delayLast';
import { bindValue, outwards } from './env';
import type { Scope } from './Scope';

/** @internal */
export function compileIf(node: IfNode, scope: Scope, isTail: boolean): Code {
  const condition = scope.compile(node.condition);
  const conditionOne = condition.one;
  const then = scope.compileTail(node.then, isTail);
  const otherwise = scope.compileTail(node.else, isTail);
  const run = ifRun(condition, then, otherwise);
  const canTail = then.canTail || otherwise.canTail;
  const thenOne = then.one;
  const otherwiseOne = otherwise.one;
  if (!conditionOne || !thenOne || !otherwiseOne) return { run, canTail };
  return {
    one: (input, env, r) =>
      isTruthy(conditionOne(input, env, r))
        ? thenOne(input, env, r)
        : otherwiseOne(input, env, r),
    run,
    canTail,
  };
}

function ifRun(condition: Code, then: Code, otherwise: Code): Many {
  const { one } = condition;
  if (one) {
    return (input, path, env, run, emit) =>
      (isTruthy(one(input, env, run)) ? then : otherwise).run(
        input,
        path,
        env,
        run,
        emit,
      );
  }
  return (input, path, env, run, emit) =>
    delayLast(condition, input, undefined, env, run, emit, value =>
      (isTruthy(value) ? then : otherwise).run(input, path, env, run, emit),
    );
}

/** `try body catch handler`: errors of what follows are not the body's. @internal */
export function compileTry(node: TryNode, scope: Scope): Code {
  const body = scope.compile(node.body);
  const handler = node.handler && scope.compile(node.handler);
  return {
    run: (input, path, env, run, emit) => {
      const { depth } = run;
      let passing: unknown;
      try {
        return body.run(input, path, env, run, (value, valuePath) => {
          try {
            return emit(value, valuePath);
          } catch (error) {
            passing = error;
            throw error;
          }
        });
      } catch (error) {
        if (!(error instanceof JqError) || error === passing) throw error;
        run.depth = depth;
        const { value } = error;
        return handler
          ? handler.run(value, path && strayPath(value), env, run, emit)
          : GO_ON;
      }
    },
  };
}

/** `label $name | body`. @internal */
export function compileLabel(node: LabelNode, scope: Scope): Code {
  const inside = scope.with({ kind: 'label', name: node.name });
  const body = inside.compile(node.body);
  return {
    run: (input, path, env, run, emit) => {
      const label = bindValue(env, null);
      const { depth } = run;
      try {
        const signal = body.run(input, path, label, run, emit);
        return signal === STOP && run.target === label ? GO_ON : signal;
      } catch (error) {
        if (!(error instanceof BreakSignal) || error.target !== label) {
          throw error;
        }
        run.depth = depth;
        return GO_ON;
      }
    },
  };
}

/** @internal */
export function compileBreak(
  node: Node & { kind: 'break' },
  scope: Scope,
): Code {
  const hops = scope.label(node.name);
  if (hops === undefined) {
    return scope.context.fail(node, `$*label-${node.name} is not defined`);
  }
  return {
    run: (_input, _path, env, run) => {
      run.target = outwards(env, hops);
      return STOP;
    },
  };
}
