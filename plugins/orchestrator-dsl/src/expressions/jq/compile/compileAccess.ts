import type { Json } from '../../../Json';
import { JqError, locate } from '../JqError';
import type {
  IndexNode,
  IterateNode,
  Node,
  SliceNode,
} from '../language/SyntaxTree';
import { indexByName, indexValue, itemsOf, sliceValue } from '../paths/access';
import type { Run } from '../Run';
import { isInheritedKey } from '../values/objects';
import { quotePreview } from '../values/preview';
import { isArray, isObject } from '../values/types';
import { GO_ON, type Code, type Emit, type One, type Signal } from './Code';
import type { Path } from '../paths/Path';
import { identity } from './compileSimple';
import type { Scope } from './Scope';

/** `target[key]`: for each key each target. @internal */
export function compileIndex(node: IndexNode, scope: Scope): Code {
  const target = scope.compile(node.target);
  const { key } = node;
  const isOptional = node.isOptional ?? false;
  return key.kind === 'literal' && typeof key.value === 'string'
    ? compileField(target, key.value, node.at, isOptional)
    : compileDynamicIndex(target, scope.compile(key), node.at, isOptional);
}

function compileField(
  target: Code,
  name: string,
  at: number,
  isOptional: boolean,
): Code {
  const get = isInheritedKey(name) ? inheritedGetter : plainGetter;
  const read = get(name, at);
  return {
    one: isOptional ? undefined : fieldOne(target, read),
    run: (input, path, env, run, emit) =>
      target.run(input, path, env, run, (value, valuePath) => {
        requireNoStray(valuePath, name, value);
        if (isOptional && !canBeNamed(value)) return GO_ON;
        return emit(read(value), valuePath && step(valuePath, name));
      }),
  };
}

/** Whether a name is an index of the value. */
function canBeNamed(value: Json): boolean {
  return value === null || isObject(value);
}

type Read = (value: Json) => Json;

function fieldOne(target: Code, read: Read): One | undefined {
  if (target === identity) return read;
  const { one } = target;
  return one && ((input, env, run) => read(one(input, env, run)));
}

function plainGetter(name: string, at: number): Read {
  return value => {
    if (typeof value === 'object' && value !== null && !isArray(value)) {
      return value[name] ?? null;
    }
    return indexOther(value, name, at);
  };
}

/** Every object seems to have the key. */
function inheritedGetter(name: string, at: number): Read {
  return value => indexOther(value, name, at);
}

function indexOther(value: Json, name: string, at: number): Json {
  try {
    return indexByName(value, name);
  } catch (error) {
    throw locate(error, at);
  }
}

function compileDynamicIndex(
  target: Code,
  key: Code,
  at: number,
  isOptional: boolean,
): Code {
  const read = (value: Json, index: Json, run: Run): Json => {
    run.step(1);
    try {
      return indexValue(value, index, run);
    } catch (error) {
      throw locate(error, at);
    }
  };
  const targetOne = target.one;
  const keyOne = key.one;
  return {
    one:
      targetOne && keyOne && !isOptional
        ? (input, env, run) =>
            read(targetOne(input, env, run), keyOne(input, env, run), run)
        : undefined,
    run: (input, path, env, run, emit) =>
      key.run(input, undefined, env, run, index =>
        target.run(input, path, env, run, (value, valuePath) => {
          requireNoStray(valuePath, index, value);
          const part = attempt(() => read(value, index, run), isOptional);
          return part === undefined
            ? GO_ON
            : emit(part, valuePath && step(valuePath, index));
        }),
      ),
  };
}

/** What is read, undefined when it cannot be read but need not be. */
function attempt(read: () => Json, isOptional: boolean): Json | undefined {
  if (!isOptional) return read();
  try {
    return read();
  } catch (error) {
    if (error instanceof JqError) return undefined;
    throw error;
  }
}

function step(parent: Path, key: Json): Path {
  return { key, parent };
}

/** `target[from:to]`. @internal */
export function compileSlice(node: SliceNode, scope: Scope): Code {
  const target = scope.compile(node.target);
  const nothing: Node = { kind: 'literal', at: node.at, value: null };
  const from = scope.compile(node.from ?? nothing);
  const to = scope.compile(node.to ?? nothing);
  const read = (value: Json, start: Json, end: Json, run: Run): Json => {
    try {
      return sliceValue(value, start, end, run);
    } catch (error) {
      throw locate(error, node.at);
    }
  };
  return {
    run: (input, path, env, run, emit) =>
      to.run(input, undefined, env, run, end =>
        from.run(input, undefined, env, run, start =>
          target.run(input, path, env, run, (value, at) => {
            const range = { start, end };
            requireNoStray(at, range, value);
            const part = attempt(
              () => read(value, start, end, run),
              node.isOptional ?? false,
            );
            return part === undefined
              ? GO_ON
              : emit(part, at && step(at, range));
          }),
        ),
      ),
  };
}

/** `target[]`. @internal */
export function compileIterate(node: IterateNode, scope: Scope): Code {
  const target = scope.compile(node.target);
  const each = node.isOptional
    ? iterateOptional(iterateAt(node.at))
    : iterateAt(node.at);
  if (target === identity) {
    return {
      run: (input, path, _env, run, emit) => each(input, path, run, emit),
    };
  }
  return {
    run: (input, path, env, run, emit) =>
      target.run(input, path, env, run, (value, at) =>
        each(value, at, run, emit),
      ),
  };
}

type Each = (
  value: Json,
  path: Path | undefined,
  run: Run,
  emit: Emit,
) => Signal;

function iterateOptional(each: Each): Each {
  return (value, path, run, emit) =>
    typeof value === 'object' && value !== null
      ? each(value, path, run, emit)
      : GO_ON;
}

function iterateAt(offset: number): Each {
  return (value, path, run, emit) => {
    try {
      if (path) return iteratePaths(value, path, run, emit);
    } catch (error) {
      throw locate(error, offset);
    }
    return emitItems(items(value, offset), run, emit);
  };
}

function items(value: Json, offset: number): readonly Json[] {
  if (isArray(value)) return value;
  try {
    return itemsOf(value);
  } catch (error) {
    throw locate(error, offset);
  }
}

/** Emits values that have no paths. @internal */
export function emitItems(
  values: readonly Json[],
  run: Run,
  emit: Emit,
): Signal {
  for (let index = 0; index < values.length; index += 1) {
    run.steps -= 1;
    if (run.steps < 0) run.outOfSteps();
    const signal = emit(values[index], undefined);
    if (signal !== GO_ON) return signal;
  }
  return GO_ON;
}

function iteratePaths(value: Json, path: Path, run: Run, emit: Emit): Signal {
  if (path.stray) {
    throw new JqError(
      `Invalid path expression near attempt to iterate through ${quotePreview(
        value,
        29,
      )}`,
    );
  }
  const keys = isObject(value) ? Object.keys(value) : undefined;
  const values = itemsOf(value);
  for (let index = 0; index < values.length; index += 1) {
    run.step(1);
    const signal = emit(values[index], step(path, keys?.[index] ?? index));
    if (signal !== GO_ON) return signal;
  }
  return GO_ON;
}

function requireNoStray(path: Path | undefined, key: Json, value: Json): void {
  if (path?.stray) {
    throw new JqError(
      `Invalid path expression near attempt to access element ${quotePreview(
        key,
      )} of ${quotePreview(value, 29)}`,
    );
  }
}
