import type { Json } from '../../../Json';
import { formats, type Format } from '../values/formats';
import { JqError, locate } from '../JqError';
import type { Node, ObjectNode, TextNode } from '../language/SyntaxTree';
import type { Run } from '../Run';
import { describe } from '../values/describe';
import { setOwn } from '../values/objects';
import type { MutableObject } from '../values/types';
import {
  computed,
  forEachValue,
  type Code,
  type Env,
  type One,
  type Signal,
} from './Code';
import { strayPath } from '../paths/Path';
import type { Scope } from './Scope';

/** An array costs about as much as so many operators. */
const ARRAY_STEPS = 4;
/** What an array takes, however short: it is made with room to grow. */
const ARRAY_BYTES = 192;
/** What one takes that will not grow. */
const FIXED_ARRAY_BYTES = 64;

/** What each item or entry takes. */
const ENTRY_BYTES = 24;

/** `[body]`. @internal */
export function compileArray(body: Node | undefined, scope: Scope): Code {
  if (!body) return computed(() => []);
  const items = itemsBetweenCommas(body).map(item => scope.compile(item).one);
  if (items.every(one => one !== undefined)) return fixedArray(items);
  const code = scope.compile(body);
  return computed((input, env, run) => collect(code, input, env, run));
}

function itemsBetweenCommas(node: Node): readonly Node[] {
  return node.kind === 'binary' && node.operator === ','
    ? [...itemsBetweenCommas(node.left), ...itemsBetweenCommas(node.right)]
    : [node];
}

/** An array whose length is known. */
function fixedArray(items: readonly One[]): Code {
  return computed((input, env, run) => {
    run.step(ARRAY_STEPS + items.length);
    run.build(FIXED_ARRAY_BYTES + 8 * items.length);
    return items.map(one => one(input, env, run));
  });
}

/** All results of the code. @internal */
export function collect(
  code: Code,
  input: Json,
  env: Env | undefined,
  run: Run,
): Json[] {
  const values: Json[] = [];
  run.step(ARRAY_STEPS);
  run.build(ARRAY_BYTES);
  forEachValue(code, input, env, run, value => {
    run.build(ENTRY_BYTES);
    values.push(value);
  });
  return values;
}

interface EntryCode {
  readonly key: Code;
  readonly value: Code;
  readonly at: number;
}

/** `{key: value, …}`: the first entry varies slowest. @internal */
export function compileObject(node: ObjectNode, scope: Scope): Code {
  const entries = node.entries.map(({ key, value }) => ({
    key: scope.compile(key),
    value: scope.compile(value),
    at: key.at,
  }));
  const names = node.entries.map(({ key }) =>
    key.kind === 'literal' ? key.value : undefined,
  );
  node.entries.forEach(({ key }) => requireKeyLiteral(key, scope));
  const isSingle = entries.every(({ key, value }) => key.one && value.one);
  return isSingle ? singleObject(entries, names) : objects(entries);
}

function requireKeyLiteral(key: Node, scope: Scope): void {
  if (key.kind === 'literal' && typeof key.value !== 'string') {
    scope.context.fail(key, `Cannot use ${describe(key.value)} as object key`);
  }
}

function singleObject(
  entries: readonly EntryCode[],
  names: readonly (Json | undefined)[],
): Code {
  const writers = entries.map((entry, index) =>
    entryWriter(entry, names[index]),
  );
  return computed((input, env, run) => {
    const object: MutableObject = {};
    run.step(writers.length);
    run.build(ENTRY_BYTES * (1 + writers.length));
    for (const write of writers) write(object, input, env, run);
    return object;
  });
}

type WriteEntry = (
  object: MutableObject,
  input: Json,
  env: Env | undefined,
  run: Run,
) => void;

function entryWriter(entry: EntryCode, name: Json | undefined): WriteEntry {
  const keyOne = entry.key.one;
  const valueOne = entry.value.one;
  if (!keyOne || !valueOne) throw new TypeError('the entry has many values');
  if (typeof name === 'string' && name !== '__proto__') {
    return (object, input, env, run) => {
      object[name] = valueOne(input, env, run);
    };
  }
  return (object, input, env, run) => {
    const key = requireKey(keyOne(input, env, run), entry.at);
    setOwn(object, key, valueOne(input, env, run));
  };
}

function objects(entries: readonly EntryCode[]): Code {
  return {
    run: (input, path, env, run, emit) => {
      const extend = (object: MutableObject, index: number): Signal => {
        if (index === entries.length) {
          return emit(object, path && strayPath(object));
        }
        const { key, value, at } = entries[index];
        return key.run(input, undefined, env, run, name =>
          value.run(input, undefined, env, run, content => {
            run.step(1);
            run.build(ENTRY_BYTES * (index + 2));
            const longer = { ...object };
            setOwn(longer, requireKey(name, at), content);
            return extend(longer, index + 1);
          }),
        );
      };
      return extend({}, 0);
    },
  };
}

function requireKey(key: Json, at: number): string {
  if (typeof key === 'string') return key;
  throw new JqError(`Cannot use ${describe(key)} as object key`).at(at);
}

/** `"… \(…) …"`: the last interpolation varies slowest. @internal */
export function compileText(node: TextNode, scope: Scope): Code {
  const write = formats.get(node.format ?? 'text');
  if (!write) {
    return scope.context.fail(node, `${node.format} is not a valid format`);
  }
  const format: Format = (value, run) => {
    try {
      return write(value, run);
    } catch (error) {
      throw locate(error, node.at);
    }
  };
  const parts = node.parts.map(part =>
    typeof part === 'string' ? part : scope.compile(part),
  );
  return parts.every(part => typeof part === 'string' || part.one)
    ? singleText(parts, format)
    : texts(parts, format);
}

type Part = string | Code;

/** From the last to the first, as jq does. */
function singleText(parts: readonly Part[], format: Format): Code {
  return computed((input, env, run) => {
    let text = '';
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index];
      const piece =
        typeof part === 'string'
          ? part
          : format(part.one?.(input, env, run) ?? null, run);
      run.build(2 * piece.length + 16);
      text = piece + text;
    }
    return text;
  });
}

function texts(parts: readonly Part[], format: Format): Code {
  return {
    run: (input, path, env, run, emit) => {
      const prepend = (text: string, index: number): Signal => {
        if (index < 0) return emit(text, path && strayPath(text));
        const part = parts[index];
        run.step(1);
        run.build(2 * text.length + 16);
        if (typeof part === 'string') return prepend(part + text, index - 1);
        return part.run(input, undefined, env, run, value =>
          prepend(format(value, run) + text, index - 1),
        );
      };
      return prepend('', parts.length - 1);
    },
  };
}
