import type { InstanceDetails } from './OrchestratorService';

/** What tells how far an instance is. */
export interface Progress {
  readonly details: InstanceDetails;
  /** The tasks of the definition's top level, in its order. */
  readonly stages: readonly { readonly ref: string; readonly name: string }[];
  /** Milliseconds that each stage has taken in earlier completed runs, by its pointer. */
  readonly earlier: ReadonlyMap<string, readonly number[]>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
