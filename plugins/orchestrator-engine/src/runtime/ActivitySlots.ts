import pLimit from 'p-limit';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { neverBegun } from './journalEntries';

/** Carries out so many activities at once at most; one that is cancelled while it waits for its turn is never begun. */
export class ActivitySlots implements ActivityExecutor {
  readonly #inner: ActivityExecutor;
  readonly #limit: ReturnType<typeof pLimit>;

  constructor(inner: ActivityExecutor, slots: number) {
    this.#inner = inner;
    this.#limit = pLimit(slots);
  }

  execute(
    effect: ActivityEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { signal } = context;
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(neverBegun());
      signal.addEventListener('abort', giveUp, { once: true });
      const begin = async () => {
        signal.removeEventListener('abort', giveUp);
        if (signal.aborted) giveUp();
        else resolve(await this.#inner.execute(effect, context));
      };
      this.#limit(begin).catch(reject);
    });
  }
}
