/**
 * Brings steps of many instances into the log together: those that come while a commit is under way leave with the next one.
 *
 * Owns the steps that wait to be committed. A database that cannot be reached is tried again until it can, or until this
 * committer is closed; a step that the database refuses fails alone.
 */
import { EngineError } from '../EngineError';
import {
  WorkerFencedError,
  type Append,
  type InstanceStore,
} from '../store/InstanceStore';
import type { Clock } from './Clock';

/** What became of a step: `lost` when the worker owns the instance no longer. */
export type CommitResult = 'committed' | 'lost';

interface Waiting {
  readonly step: Append;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/** See the module header. */
export class GroupCommitter {
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #isClosed = false;
  #endPause = () => {};

  constructor(
    private readonly options: {
      readonly store: InstanceStore;
      readonly workerId: string;
      readonly clock: Clock;
      readonly onUnavailable: (error: EngineError) => void;
      /** The worker was declared dead: nothing can be committed any more. */
      readonly onFenced: () => void;
    },
  ) {}

  /** @throws what the database says of this step in particular */
  commit(step: Append): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ step, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** What still waits is lost to this worker. */
  close(): void {
    this.#isClosed = true;
    this.#endPause();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#commitBatch(batch);
      // On SQLite every statement and its continuation run without ever leaving the microtask queue: the rest of the
      // process needs a turn after each flush.
      await new Promise(resolve => setImmediate(resolve));
    }
    this.#flushing = undefined;
  }

  async #commitBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const steps = batch.map(({ step }) => step);
      const results = await this.#append(steps);
      batch.forEach(({ resolve }, index) =>
        resolve(results[index] ? 'committed' : 'lost'),
      );
    } catch (error) {
      if (batch.length === 1) batch[0].reject(error);
      else for (const one of batch) await this.#commitBatch([one]);
    }
  }

  async #append(steps: readonly Append[]): Promise<readonly boolean[]> {
    const { store, workerId, onUnavailable, onFenced } = this.options;
    for (let retryMs = FIRST_RETRY_MS; !this.#isClosed; ) {
      try {
        return await store.append(workerId, steps);
      } catch (error) {
        if (error instanceof WorkerFencedError) {
          this.close();
          onFenced();
        } else if (isUnavailable(error)) {
          onUnavailable(error);
          await this.#pause(retryMs);
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
        } else {
          throw error;
        }
      }
    }
    return steps.map(() => false);
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.#endPause = resolve;
      this.options.clock.schedule(resolve, ms);
    });
  }
}

function isUnavailable(error: unknown): error is EngineError {
  return error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
}
