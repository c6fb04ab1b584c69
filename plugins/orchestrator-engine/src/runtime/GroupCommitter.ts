/**
 * Brings steps of many instances, and new instances, into the database together: what comes while a commit is under way leaves
 * with the next one.
 *
 * Owns what waits to be committed. A database that cannot be reached is tried again until it can, or until this committer is
 * closed; what the database refuses fails alone. How many leave together: {@link CommitShares}.
 */
import { isUnavailable, type EngineError } from '../EngineError';
import {
  WorkerFencedError,
  type Accepted,
  type Append,
  type Commit,
  type Committed,
  type Creation,
  type InstanceStore,
} from '../store/InstanceStore';
import type { Clock } from './Clock';
import { CommitShares } from './CommitShares';
import type { Telemetry } from './telemetry/Telemetry';

/** What became of a step: `lost` when the worker owns the instance no longer. */
export type CommitResult = 'committed' | 'lost';

/** A new instance that waits to be committed. */
export interface PendingCreation {
  /** The commit begins: what it is to hold. */
  begin(): Creation;
  /** The database refuses it. @returns whether it has a first step that can be left out instead */
  leaveOutStep?(error: unknown): boolean;
}

/** One part of a commit, and whoever waits for it. */
type Waiting = {
  readonly reject: (error: unknown) => void;
} & (
  | {
      readonly kind: 'step';
      readonly step: Append;
      readonly resolve: (isInLog: boolean) => void;
    }
  | {
      readonly kind: 'creation';
      readonly creation: PendingCreation;
      readonly resolve: (accepted: Accepted | undefined) => void;
    }
);

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/** How long parts wait at most for their share to be whole, beside a commit that takes longer. */
const HELD_MS = 20;

/** See the module header. */
export class GroupCommitter {
  #waiting: Waiting[] = [];
  #flushing = 0;
  /** Calls off the end of waiting for a share. */
  #endHold: (() => void) | undefined;
  #isHeldForLong = false;
  readonly #shares: CommitShares;
  /** What the database says of batches that are tried again. */
  readonly #refused = new Map<readonly Waiting[], string>();
  #isClosed = false;
  #endPause = () => {};
  readonly #closed = new Promise<void>(resolve => {
    this.#endPause = resolve;
  });

  constructor(
    private readonly options: {
      readonly store: Pick<InstanceStore, 'commit' | 'commitsAtOnce'>;
      readonly workerId: string;
      readonly clock: Clock;
      readonly telemetry: Telemetry;
      readonly onUnavailable: (error: EngineError) => void;
      /** The worker was declared dead: nothing can be committed any more. */
      readonly onFenced: () => void;
    },
  ) {
    this.#shares = new CommitShares(options.store.commitsAtOnce);
  }

  /** @throws what the database says of this step in particular */
  async commit(step: Append): Promise<CommitResult> {
    const isInLog = await new Promise<boolean>((resolve, reject) =>
      this.#add({ kind: 'step', step, resolve, reject }),
    );
    return isInLog ? 'committed' : 'lost';
  }

  /**
   * @returns `undefined` when this committer was closed before
   * @throws {@link EngineError} `STORE_UNAVAILABLE`, after which it may yet have been accepted; what the database says of this
   *   instance in particular
   */
  create(creation: PendingCreation): Promise<Accepted | undefined> {
    return new Promise((resolve, reject) =>
      this.#add({ kind: 'creation', creation, resolve, reject }),
    );
  }

  /** Why steps do not get on, while they are tried again. */
  get obstacle(): string | undefined {
    const [reason] = this.#refused.values();
    return reason && `steps cannot be committed: ${reason}`;
  }

  /** What still waits is lost to this worker. */
  close(): void {
    this.#isClosed = true;
    this.#endPause();
  }

  #add(part: Waiting) {
    this.#waiting.push(part);
    this.#begin();
  }

  #begin() {
    if (this.#flushing < this.options.store.commitsAtOnce) void this.#flush();
  }

  /**
   * Commits until nothing waits, or what waits is held. Begins each time in the next turn of the event loop: whatever this turn
   * brings leaves together, and the rest of the process has its turn. On SQLite every statement and its continuation run without
   * ever leaving the microtask queue.
   */
  async #flush(): Promise<void> {
    this.#flushing += 1;
    for (;;) {
      await new Promise(resolve => setImmediate(resolve));
      const batch = this.#takeShare();
      if (batch.length === 0) break;
      this.#shares.begin(batch.length);
      await this.#commitBatch(batch);
      this.#shares.end(batch.length);
    }
    this.#flushing -= 1;
  }

  #takeShare(): readonly Waiting[] {
    const waiting = this.#waiting.length;
    const size = this.#isHeldForLong
      ? this.#shares.atLeast(waiting)
      : this.#shares.next(waiting);
    if (size > 0) this.#letGo();
    else if (waiting > 0) this.#hold();
    return this.#waiting.splice(0, size);
  }

  /** Nobody waits for a commit that does not end. */
  #hold() {
    this.#endHold ??= this.options.clock.schedule(() => {
      this.#isHeldForLong = true;
      this.#begin();
    }, HELD_MS);
  }

  #letGo() {
    this.#endHold?.();
    this.#endHold = undefined;
    this.#isHeldForLong = false;
  }

  async #commitBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#commitUntilTaken(batch);
    } finally {
      this.#refused.delete(batch);
    }
  }

  async #commitUntilTaken(batch: readonly Waiting[]): Promise<void> {
    const { store, workerId, onUnavailable, onFenced } = this.options;
    const { clock, telemetry } = this.options;
    let parts = batch;
    let retryMs = FIRST_RETRY_MS;
    while (parts.length > 0 && !this.#isClosed) {
      try {
        const startedAt = clock.now();
        const committed = await store.commit(workerId, commitOf(parts));
        const durationMs = clock.now() - startedAt;
        telemetry.measure('orchestrator.commit.duration', durationMs, {});
        telemetry.measure('orchestrator.commit.size', parts.length, {});
        answer(parts, committed);
        return;
      } catch (error) {
        if (error instanceof WorkerFencedError) {
          this.close();
          onFenced();
        } else if (isUnavailable(error)) {
          onUnavailable(error);
          parts = rejectingCreations(parts, error);
          if (parts.length > 0) this.#refused.set(batch, error.message);
          await this.#pause(retryMs);
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
        } else {
          await this.#commitApart(parts, error);
          return;
        }
      }
    }
    answer(parts, undefined);
  }

  /** The database refuses one of them: whose fault it is shows when each is tried alone. */
  async #commitApart(parts: readonly Waiting[], error: unknown) {
    if (parts.length > 1) {
      for (const part of parts) await this.#commitBatch([part]);
      return;
    }
    const [part] = parts;
    const isWorthATry =
      part.kind === 'creation' && part.creation.leaveOutStep?.(error);
    if (isWorthATry) await this.#commitBatch([part]);
    else part.reject(error);
  }

  #pause(ms: number): Promise<void> {
    const { clock } = this.options;
    const pause = new Promise<void>(resolve => clock.schedule(resolve, ms));
    return Promise.race([pause, this.#closed]);
  }
}

function commitOf(batch: readonly Waiting[]): Commit {
  return {
    steps: batch.flatMap(part => (part.kind === 'step' ? part.step : [])),
    created: batch.flatMap(part =>
      part.kind === 'creation' ? part.creation.begin() : [],
    ),
  };
}

/** Steps wait for the database; whoever wants to start something is told that it is away. */
function rejectingCreations(parts: readonly Waiting[], error: EngineError) {
  return parts.filter(part => {
    if (part.kind === 'creation') part.reject(error);
    return part.kind === 'step';
  });
}

function answer(batch: readonly Waiting[], committed: Committed | undefined) {
  const steps = committed?.steps.values();
  const created = committed?.created.values();
  for (const part of batch) {
    if (part.kind === 'step') part.resolve(steps?.next().value ?? false);
    else part.resolve(created?.next().value);
  }
}
