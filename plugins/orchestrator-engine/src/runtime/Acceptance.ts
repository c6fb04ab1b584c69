/**
 * A new instance on its way into the database, and with it the first step of its run, should that be made before the commit begins.
 *
 * The run has begun in memory by then; nothing that it asks for is carried out before the commit (J2). Nobody waits for the run: what
 * comes too late is a step of its own, and so is one that waits for others or tells them something.
 */
import type {
  Accepted,
  Append,
  Creation,
  FirstStep,
  NewInstance,
} from '../store/InstanceStore';
import type { CommitResult, GroupCommitter } from './GroupCommitter';

/** See the module header. */
export class Acceptance {
  /** What became of it; see {@link GroupCommitter.create}. */
  readonly outcome: Promise<Accepted | undefined>;
  /** Resolves when the instance is in the database; never, when it has not been accepted. */
  readonly stored: Promise<void>;
  #isStored = false;
  #isUnderWay = false;
  #firstStep: FirstStep | undefined;
  #refusal: { readonly error: unknown } | undefined;

  constructor(
    private readonly instance: NewInstance,
    committer: Pick<GroupCommitter, 'create'>,
  ) {
    this.outcome = committer.create({
      begin: () => this.#begin(),
      leaveOutStep: error => this.#leaveOutStep(error),
    });
    this.stored = this.outcome.then(
      accepted => this.#whenStored(accepted),
      () => new Promise<never>(() => {}),
    );
  }

  /**
   * Commits the first step with the instance.
   *
   * @returns `undefined` when it is yet to be committed, the instance being there; never resolves when that was not accepted
   * @throws what the database says of this step in particular
   */
  async commit(step: Append): Promise<CommitResult | undefined> {
    if (this.#isStored) return undefined;
    const firstStep = this.#isUnderWay ? undefined : firstStepOf(step);
    this.#firstStep = firstStep;
    await this.stored;
    if (this.#refusal) throw this.#refusal.error;
    return firstStep && 'committed';
  }

  #begin(): Creation {
    this.#isUnderWay = true;
    const { instance } = this;
    return { instance, isOwned: true, firstStep: this.#firstStep };
  }

  /** @returns whether there was a step to leave out */
  #leaveOutStep(error: unknown): boolean {
    if (!this.#firstStep) return false;
    this.#firstStep = undefined;
    this.#refusal = { error };
    return true;
  }

  async #whenStored(accepted: Accepted | undefined): Promise<void> {
    if (accepted?.kind !== 'created') await new Promise<never>(() => {});
    this.#isStored = true;
  }
}

/** The step, unless there is more to it than to a first one. */
function firstStepOf(step: Append): FirstStep | undefined {
  const { entries, payloads, change, release, ...rest } = step;
  const { instanceId: _, afterSeq: __, takenSignals, ...more } = rest;
  const isPlain =
    takenSignals.length === 0 &&
    change.definition === undefined &&
    Object.keys(more).length === 0;
  return isPlain ? { entries, payloads, change, release } : undefined;
}
