import type { CallTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityEffect, Credentials, EffectBase } from '../../effects';
import type { Evaluation } from '../../Run';

/** What every kind of call has to begin with. */
export interface Calling {
  readonly base: EffectBase;
  /** What its expressions see, `$authorization` included. */
  readonly on: Evaluation;
  /** Of the call itself; documents it refers to have their own. */
  readonly credentials?: Credentials;
}

/** Says what a call asks for. @throws {@link WorkflowError} when the definition's templates do not give what it takes */
export type CallEffect<T extends CallTask, E extends ActivityEffect> = (
  task: T,
  calling: Calling,
) => E;
