import {
  formatTaskKey,
  type ScopeStep,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Json,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** Where in the run a task list stands: the steps that lead into it, and the variables that it sees. Immutable. */
export interface Scope {
  readonly steps: readonly ScopeStep[];
  /** Variables of enclosing loops and catches, by name without `$`. */
  readonly variables: Variables;
  /** Whether an enclosing `try` may yet handle an error. */
  readonly isGuarded: boolean;
  /** How many functions call each other around this place. */
  readonly callDepth: number;
  /** `$task` of the task that an extension runs for; absent outside extensions. */
  readonly extendedTask?: Json;
}

/** The scope of a workflow's own task list. */
export const rootScope: Scope = {
  steps: [],
  variables: {},
  isGuarded: false,
  callDepth: 0,
};

/** The key of the task at `pointer` when it runs in `scope`. */
export function taskKeyIn(scope: Scope, pointer: string): string {
  return formatTaskKey(pointer, scope.steps);
}

/** `scope`, in this iteration of a loop. */
export function inIteration(scope: Scope, index: number): Scope {
  return within(scope, { kind: 'iteration', index });
}

/**
 * `scope`, in this attempt (from 1) of a `try`. The first one is only written where an outer attempt is: else the second attempt
 * outside and the second one inside would look alike.
 */
export function inAttempt(scope: Scope, number: number): Scope {
  const isOnly = scope.steps.every(({ kind }) => kind !== 'attempt');
  if (number === 1 && isOnly) return scope;
  return within(scope, { kind: 'attempt', number });
}

/**
 * `scope`, in this run (from 1) of a task that runs again after it stood at a gate. What a `try` may yet handle has no runs of its
 * own: the attempts are those of the `try`.
 */
export function inOwnAttempt(scope: Scope, number: number): Scope {
  return scope.isGuarded ? scope : inAttempt(scope, number);
}

/** `scope`, in this round (from 0) of a task list; written as attempts are. */
export function inRound(scope: Scope, number: number): Scope {
  const isOnly = scope.steps.every(({ kind }) => kind !== 'round');
  if (number === 0 && isOnly) return scope;
  return within(scope, { kind: 'round', number });
}

/** `scope` of what runs for the task at `pointer` but stands elsewhere in the definition. */
export function onBehalfOf(scope: Scope, pointer: string): Scope {
  return within(scope, { kind: 'caller', pointer });
}

/** `scope`, in a function: it sees no variables of whoever calls it. */
export function inFunction(scope: Scope): Scope {
  return { ...scope, variables: {}, callDepth: scope.callDepth + 1 };
}

/** `scope`, in an extension of the task that `$task` describes. */
export function inExtension(scope: Scope, extendedTask: Json): Scope {
  return { ...scope, extendedTask };
}

function within(scope: Scope, step: ScopeStep): Scope {
  return { ...scope, steps: [...scope.steps, step] };
}

/** `scope` with more variables; they hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Variables): Scope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}
