import type { Json } from '../../../Json';
import type { Code } from '../compile/Code';
import type { Scope } from '../compile/Scope';
import type { Node } from '../language/SyntaxTree';
import type { Run } from '../Run';

/** A function of values: one result for each combination of its input and arguments. @internal */
export type Plain = (run: Run, input: Json, ...args: Json[]) => Json;

/** A function whose arguments are expressions: it decides when, and on what, they are evaluated. @internal */
export type Special = (call: SpecialCall) => Code;

/** @internal */
export interface SpecialCall {
  readonly args: readonly Node[];
  readonly scope: Scope;
  readonly at: number;
}

/** Functions by `name/arity`. @internal */
export type Plains = { readonly [signature: string]: Plain };
/** @internal */
export type Specials = { readonly [signature: string]: Special };
