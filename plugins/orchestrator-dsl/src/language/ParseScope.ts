import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import type { Capabilities } from './Capabilities';
import type { SourceNode } from './source/SourceNode';
import type { Task } from './WorkflowDefinition';

/** What is visible at one place of a definition while it is parsed. Immutable. @internal */
export interface ParseScope {
  /** Compiles expressions to check them; without one only their braces are checked. */
  readonly evaluator?: ExpressionEvaluator;
  /** Names, without `$`, that expressions may use here. */
  readonly variables: readonly string[];
  /** Reusable parts of the definition. */
  readonly components: Components;
  /** What the definition may need. */
  readonly capabilities: Capabilities;
  /** Where `then` may lead: the tasks of the list that is being parsed. */
  readonly siblings: Siblings;
  /** How many task lists are around this place. */
  readonly depth: number;
  /** Parses a task list: given here because task kinds that hold lists must not import what imports them. */
  readonly parseTasks: ParseTasks;
}

/** Members of `use` by name. @internal */
export interface Components {
  readonly authentications: ReadonlyMap<string, SourceNode>;
  readonly catalogs: ReadonlyMap<string, SourceNode>;
  readonly errors: ReadonlyMap<string, SourceNode>;
  readonly functions: ReadonlyMap<string, SourceNode>;
  readonly retries: ReadonlyMap<string, SourceNode>;
  readonly timeouts: ReadonlyMap<string, SourceNode>;
  readonly secrets: readonly string[];
}

/** @internal */
export type Siblings =
  | { readonly kind: 'sequence'; readonly names: readonly string[] }
  | { readonly kind: 'branches' }
  | { readonly kind: 'function' };

/** @internal */
export type ParseTasks = (
  node: SourceNode,
  scope: ParseScope,
  kind?: 'sequence' | 'branches',
) => readonly Task[];

/**
 * Runtime expression arguments by where they may be used (DSL reference, "Runtime expression arguments").
 *
 * @internal
 */
export const RUNTIME_ARGUMENTS = {
  /** No instance is there yet. */
  schedule: ['runtime', 'secrets'],
  workflow: [
    'context',
    'input',
    'workflow',
    'runtime',
    'secrets',
    'authorization',
  ],
  task: ['task'],
  export: ['output'],
} as const;

/** `scope`, with more variables. @internal */
export function withVariables(
  scope: ParseScope,
  names: readonly string[],
): ParseScope {
  const added = names.filter(name => !scope.variables.includes(name));
  return { ...scope, variables: [...scope.variables, ...added] };
}
