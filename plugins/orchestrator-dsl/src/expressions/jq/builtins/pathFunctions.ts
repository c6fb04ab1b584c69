import type { Json } from '../../../Json';
import { computed, type Code } from '../compile/Code';
import { ROOT, strayPath, type Path } from '../paths/Path';
import { forEachPath, modify } from '../compile/compileUpdate';
import { JqError, locate } from '../JqError';
import { deletePaths, requireKeys } from '../paths/deletePaths';
import { getPath } from '../paths/getPath';
import { pathKeys } from '../paths/pathKeys';
import type { Node } from '../language/SyntaxTree';
import type { SpecialCall, Specials } from './Builtin';

/** Functions of paths. @internal */
export const pathFunctions: Specials = {
  'path/1': compilePath,
  'getpath/1': compileGetPath,
  'del/1': compileDelete,
  'map_values/1': compileMapValues,
};

/** The paths to which an expression leads. */
function compilePath({ args, scope, at }: SpecialCall): Code {
  const target = scope.compile(args[0]);
  return {
    run: (input, path, env, run, emit) =>
      target.run(input, ROOT, env, run, (_value, found) => {
        run.step(1);
        const keys = located(at, () => pathKeys(found, run));
        return emit(keys, path && strayPath(keys));
      }),
  };
}

function compileGetPath({ args, scope, at }: SpecialCall): Code {
  const keysCode = scope.compile(args[0]);
  const { one } = keysCode;
  return {
    one:
      one &&
      ((input, env, run) =>
        located(at, () =>
          getPath(input, requireKeys(one(input, env, run)), run),
        )),
    run: (input, path, env, run, emit) =>
      keysCode.run(input, undefined, env, run, keys =>
        emit(
          located(at, () => getPath(input, requireKeys(keys), run)),
          path && extended(path, requireKeys(keys)),
        ),
      ),
  };
}

function extended(path: Path, keys: readonly Json[]): Path {
  if (path.stray) {
    throw new JqError(
      'Invalid path expression near attempt to access an element',
    );
  }
  return keys.reduce<Path>((parent, key) => ({ key, parent }), path);
}

function compileDelete({ args, scope, at }: SpecialCall): Code {
  const target = scope.compile(args[0]);
  return computed((input, env, run) =>
    located(at, () => {
      const paths: Json[] = [];
      forEachPath(target, input, env, run, keys => paths.push(keys));
      return deletePaths(input, paths, run);
    }),
  );
}

/** `.[] |= f`. */
function compileMapValues({ args, scope, at }: SpecialCall): Code {
  const identity: Node = { kind: 'identity', at };
  const items = scope.compile({ kind: 'iterate', at, target: identity });
  return modify(items, scope.compile(args[0]), at);
}

function located<T>(at: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw locate(error, at);
  }
}
