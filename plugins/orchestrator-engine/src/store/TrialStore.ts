import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';

/** Which trial: that of one task, in a session of one person. @public */
export interface TrialKey {
  /** Who tried: sessions are personal. */
  readonly actor: string;
  readonly sessionId: string;
  readonly workflowId: string;
  /** JSON pointer of the task. */
  readonly taskRef: string;
}

/** What a task that was tried out alone was given, and gave. @public */
export interface StoredTrial extends TrialKey {
  readonly input: Json;
  /** `undefined` when it failed. */
  readonly output?: Json;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Keeps trials of tasks, the latest of each.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface TrialStore {
  /** Takes the place of an earlier one with the same key. */
  save(trial: StoredTrial): Promise<void>;
  find(key: TrialKey): Promise<StoredTrial | undefined>;
}
