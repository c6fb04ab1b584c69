import { ExpressionSyntaxError } from '../ExpressionEvaluator';
import { compileNative, NATIVE_SIGNATURES } from './builtins/compileBuiltin';
import { DEFINITIONS } from './builtins/definitions';
import { NO_CLOCK, UNAVAILABLE } from './builtins/unavailable';
import { computed, type Code } from './compile/Code';
import { callTo, defineFunction } from './compile/compileCall';
import { compileNode } from './compile/compileNode';
import {
  Scope,
  type CompileContext,
  type CompiledFunction,
} from './compile/Scope';
import { locate } from './JqError';
import { parseExpression } from './language/parseExpression';
import { syntaxError } from './language/syntaxError';
import type { CallNode, Definition, Node } from './language/SyntaxTree';

/** @internal */
export interface CompileOptions {
  /** Names of the variables that the program will be given. */
  readonly variables: readonly string[];
  readonly isLenient: boolean;
  readonly hasClock: boolean;
}

/** Code and the names of the variables it reads, in the order in which it expects their values. @internal */
export interface CompiledProgram {
  readonly code: Code;
  readonly used: readonly string[];
}

/** Nodes within each other; as many closures call each other when the program runs. */
const MAX_DEPTH = 1000;

/** @throws LocatedSyntaxError @internal */
export function compileProgram(
  text: string,
  options: CompileOptions,
): CompiledProgram {
  const used: string[] = [];
  const context = createContext(text, false, {
    variable: name => {
      if (!options.variables.includes(name)) return undefined;
      const index = used.indexOf(name);
      return index >= 0 ? index : used.push(name) - 1;
    },
    hasClock: options.hasClock,
  });
  const node = parseExpression(text, options);
  return { code: Scope.root(context).compile(node), used };
}

interface Surroundings {
  variable(name: string): number | undefined;
  readonly hasClock: boolean;
}

interface CompiledNode {
  readonly scope: Scope;
  readonly isTail: boolean;
  readonly code: Code;
}

function createContext(
  text: string,
  isPrelude: boolean,
  { variable, hasClock }: Surroundings,
): CompileContext {
  let depth = 0;
  // Some nodes are asked for twice, by two ways to compile what is around them: nested ones would take ages.
  const done = new WeakMap<Node, CompiledNode>();
  const context: CompileContext = {
    isPrelude,
    variable,
    compile: (node, scope, isTail) => {
      const known = done.get(node);
      if (known?.scope === scope && known.isTail === isTail) return known.code;
      depth += 1;
      if (depth > MAX_DEPTH) {
        return context.fail(
          node,
          `the expression is nested more than ${MAX_DEPTH} deep`,
        );
      }
      const code = compileNode(node, scope, isTail);
      depth -= 1;
      done.set(node, { scope, isTail, code });
      return code;
    },
    builtin: (node, scope) => {
      const signature = `${node.name}/${node.args.length}`;
      if (signature === 'now/0' && !hasClock) context.fail(node, NO_CLOCK);
      if (signature === 'builtins/0') return computed(() => SIGNATURES);
      const reason = UNAVAILABLE.get(signature);
      if (reason)
        context.fail(node, `${signature} is not available: ${reason}`);
      return compileNative(node, scope) ?? callPrelude(node, scope);
    },
    fail: (node, message) => {
      throw syntaxError(text, node.at, message);
    },
  };
  return context;
}

/** Functions written in jq by `name/arity`; each compiled when first used, then kept for all programs. */
const definitions = readDefinitions();
const compiled = new Map<string, CompiledFunction>();
const SIGNATURES = [...NATIVE_SIGNATURES, ...definitions.keys()].sort();

function readDefinitions(): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  let node: Node = parseExpression(`${DEFINITIONS}.`, {
    isLenient: false,
    isLocated: false,
  });
  while (node.kind === 'define') {
    const { definition } = node;
    found.set(`${definition.name}/${definition.parameters.length}`, definition);
    node = node.rest;
  }
  return found;
}

function callPrelude(node: CallNode, scope: Scope): Code | undefined {
  const signature = `${node.name}/${node.args.length}`;
  const definition = definitions.get(signature);
  if (!definition) return undefined;
  const target =
    compiled.get(signature) ?? compilePrelude(signature, definition);
  return located(callTo(target, scope.depth, node.args, scope, false), node.at);
}

/** Errors inside of the function are at its call. */
function located({ one, run }: Code, at: number): Code {
  return {
    one:
      one &&
      ((input, env, evaluation) => {
        try {
          return one(input, env, evaluation);
        } catch (error) {
          throw locate(error, at);
        }
      }),
    run: (input, path, env, evaluation, emit) => {
      try {
        return run(input, path, env, evaluation, emit);
      } catch (error) {
        throw locate(error, at);
      }
    },
  };
}

function compilePrelude(
  signature: string,
  definition: Definition,
): CompiledFunction {
  const context = createContext(DEFINITIONS, true, {
    variable: () => undefined,
    hasClock: false,
  });
  const scope = defineFunction(definition, Scope.root(context));
  const found = scope.function(definition.name, definition.parameters.length);
  if (found?.kind !== 'function') {
    throw new ExpressionSyntaxError(`${signature} is not defined`);
  }
  compiled.set(signature, found.function);
  return found.function;
}
