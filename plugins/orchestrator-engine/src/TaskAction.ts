import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** What can become of a task by somebody's decision. @public */
export type TaskAction =
  /** Runs it again: a failed task, or at once the next attempt of one that waits for it. */
  | { readonly kind: 'retry' }
  /** Leaves it out: its output is its input. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'complete'; readonly output: Json }
  | { readonly kind: 'fail'; readonly error: ErrorDetails };
