import {
  formatTaskKey,
  type ScopeStep,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Variables } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** Where in the run a task list stands: the steps that lead into it, and the variables that it sees. Immutable. */
export interface Scope {
  readonly steps: readonly ScopeStep[];
  /** Variables of enclosing loops and catches, by name without `$`. */
  readonly variables: Variables;
  /** Whether an enclosing `try` may yet handle an error. */
  readonly isGuarded: boolean;
}

/** The scope of a workflow's own task list. */
export const rootScope: Scope = { steps: [], variables: {}, isGuarded: false };

/** The key of the task at `pointer` when it runs in `scope`. */
export function taskKeyIn(scope: Scope, pointer: string): string {
  return formatTaskKey(pointer, scope.steps);
}

/** `scope`, one step further in. */
export function within(scope: Scope, step: ScopeStep): Scope {
  return { ...scope, steps: [...scope.steps, step] };
}

/** `scope` with more variables; they hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Variables): Scope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
