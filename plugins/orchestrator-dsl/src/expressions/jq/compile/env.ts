import type { Json } from '../../../Json';
import { Env, type Closure } from './Code';

/** The environment `hops` declarations further out. @internal */
export function outwards(env: Env | undefined, hops: number): Env | undefined {
  let found = env;
  for (let hop = 0; hop < hops; hop += 1) found = found?.outer;
  return found;
}

/** @internal */
export function bindValue(outer: Env | undefined, value: Json): Env {
  return new Env(outer, value, undefined);
}

/** @internal */
export function bindClosure(outer: Env | undefined, closure: Closure): Env {
  return new Env(outer, null, closure);
}
