import type { Node } from '../language/SyntaxTree';
import type { Code } from './Code';

/** A function of the expression, or one that is written in jq; `code` is there once its body is compiled. @internal */
export interface CompiledFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  code: Code | undefined;
}

/** What a name stands for. `hops` is how many declarations further out it is. @internal */
export type Resolved =
  | { readonly kind: 'variable'; readonly hops: number }
  | { readonly kind: 'closure'; readonly hops: number }
  | {
      readonly kind: 'function';
      readonly hops: number;
      readonly function: CompiledFunction;
    };

type Declaration =
  | { readonly kind: 'variable' | 'closure' | 'label'; readonly name: string }
  | { readonly kind: 'value parameter'; readonly name: string }
  | { readonly kind: 'function'; readonly function: CompiledFunction };

/** A declaration and how many there are that take an {@link Env}, itself included. */
interface Declared {
  readonly declaration: Declaration;
  readonly depth: number;
}

/** What compiling needs besides the names in scope. @internal */
export interface CompileContext {
  compile(node: Node, scope: Scope, isTail: boolean): Code;
  /** The index of a variable that is given to the program. */
  variable(name: string): number | undefined;
  /** The code of a call to what is built in. */
  builtin(node: Node & { kind: 'call' }, scope: Scope): Code | undefined;
  /** @throws always, an error at the node */
  fail(node: { readonly at: number }, message: string): never;
  /** Whether functions of the evaluator itself are visible. */
  readonly isPrelude: boolean;
}

/**
 * The names that can be used at one place of an expression.
 *
 * Each declared variable, parameter and label is one {@link Env} when the program runs; functions take none.
 *
 * @internal
 */
export class Scope {
  private constructor(
    readonly context: CompileContext,
    private readonly outer: Scope | undefined,
    private readonly declaration: Declaration | undefined,
    readonly depth: number,
  ) {}

  static root(context: CompileContext): Scope {
    return new Scope(context, undefined, undefined, 0);
  }

  compile(node: Node): Code {
    return this.context.compile(node, this, false);
  }

  /** Code that may ask its caller to make its last call; see TAIL. */
  compileTail(node: Node, isTail = true): Code {
    return this.context.compile(node, this, isTail);
  }

  /** The scope inside of a declaration. */
  with(declaration: Declaration): Scope {
    const takesEnv = declaration.kind !== 'function';
    const depth = this.depth + (takesEnv ? 1 : 0);
    return new Scope(this.context, this, declaration, depth);
  }

  variable(name: string): number | undefined {
    return this.#hopsTo(
      found =>
        (found.kind === 'variable' || found.kind === 'value parameter') &&
        found.name === name,
    );
  }

  label(name: string): number | undefined {
    return this.#hopsTo(found => found.kind === 'label' && found.name === name);
  }

  function(name: string, arity: number): Resolved | undefined {
    for (const { declaration, depth } of this.#outwards()) {
      const hops = this.depth - depth;
      if (declaration.kind === 'function') {
        const known = declaration.function;
        if (known.name === name && known.parameters.length === arity) {
          return { kind: 'function', hops, function: known };
        }
      } else if (arity === 0 && declaration.name === name) {
        if (declaration.kind === 'closure') return { kind: 'closure', hops };
        if (declaration.kind === 'value parameter') {
          return { kind: 'variable', hops };
        }
      }
    }
    return undefined;
  }

  #hopsTo(matches: (found: Declaration) => boolean): number | undefined {
    for (const { declaration, depth } of this.#outwards()) {
      if (matches(declaration)) return this.depth - depth;
    }
    return undefined;
  }

  *#outwards(): Generator<Declared> {
    if (!this.declaration) return;
    yield { declaration: this.declaration, depth: this.depth };
    if (this.outer) yield* this.outer.#outwards();
  }
}
