import type { Caller } from '../../service/Caller';
import { TooManyStreamsError } from './TooManyStreamsError';

/** How many live streams may be open at once. */
export interface StreamLimitConfig {
  /** Of one user. */
  readonly max: number;
  /** Of one service. */
  readonly maxForServices: number;
}

/** Counts the live streams that each caller has open in this process, in whichever way they are sent. */
export class StreamLimit {
  readonly #config: StreamLimitConfig;
  readonly #open = new Map<string, number>();

  constructor(config: StreamLimitConfig) {
    this.#config = config;
  }

  /**
   * Lets one more be opened.
   *
   * @returns to be called when it is closed; more than once does no harm
   * @throws TooManyStreamsError when the caller has enough
   */
  enter({ kind, ref }: Caller): () => void {
    const key = `${kind}:${ref}`;
    const { max, maxForServices } = this.#config;
    const limit = kind === 'service' ? maxForServices : max;
    const before = this.#open.get(key) ?? 0;
    if (before >= limit) throw new TooManyStreamsError(limit);
    this.#open.set(key, before + 1);
    let isIn = true;
    return () => {
      if (isIn) this.#leave(key);
      isIn = false;
    };
  }

  #leave(key: string) {
    const left = (this.#open.get(key) ?? 0) - 1;
    if (left > 0) this.#open.set(key, left);
    else this.#open.delete(key);
  }
}
