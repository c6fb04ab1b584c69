import type { TaskRef } from './events';

/**
 * One step of the way into a task's execution, outermost first.
 *
 * `iteration` is an index of a `for`, or of what a task consumes; `attempt` is a run (from 1) of a `try`; `round` is a pass
 * (from 0) over a task list, repeated after a jump back; `caller` is the JSON pointer of the task that a function or an
 * extension runs for.
 *
 * @public
 */
export type ScopeStep =
  | { readonly kind: 'iteration'; readonly index: number }
  | { readonly kind: 'attempt'; readonly number: number }
  | { readonly kind: 'round'; readonly number: number }
  | { readonly kind: 'caller'; readonly pointer: string };

/**
 * The task key: the task's JSON pointer, then in brackets the scope it runs in, e.g. `/do/2/each/do/0/fetch[3.a2]`.
 *
 * A key is a position, never a counter, so the order in which parallel branches finish does not change it.
 *
 * @public
 */
export function formatTaskKey(
  pointer: string,
  scope: readonly ScopeStep[],
): string {
  if (scope.length === 0) return pointer;
  return `${pointer}[${scope.map(stepText).join('.')}]`;
}

function stepText(step: ScopeStep): string {
  switch (step.kind) {
    case 'iteration':
      return `${step.index}`;
    case 'attempt':
      return `a${step.number}`;
    case 'round':
      return `r${step.number}`;
    default:
      return `c${escapeStep(step.pointer)}`;
  }
}

/** Names may hold what a task key is divided by. */
function escapeStep(pointer: string): string {
  return pointer.replace(
    /[%.[\]]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * What a task key says, for the envelope of an event. The inverse of {@link formatTaskKey}.
 *
 * @public
 */
export function parseTaskKey(key: string): TaskRef {
  const [, ref, scope] = /^(.*?)(?:\[([^\]]*)\])?$/.exec(key)!;
  const steps = scope ? scope.split('.') : [];
  const iterations = steps.filter(step => /^\d/.test(step));
  const attempts = steps.filter(step => step.startsWith('a'));
  const lastAttempt = attempts.at(-1);
  return {
    ref,
    name: unescapePointerToken(ref.slice(ref.lastIndexOf('/') + 1)),
    ...(iterations.length > 0 && { iteration: iterations.join('.') }),
    ...(lastAttempt && { attempt: Number(lastAttempt.slice(1)) }),
    runId: key,
  };
}

function unescapePointerToken(token: string): string {
  return token.replace(/~1/g, '/').replace(/~0/g, '~');
}
