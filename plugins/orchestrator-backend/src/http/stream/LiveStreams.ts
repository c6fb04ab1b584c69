import type { MetricsServiceUpDownCounter } from '@backstage/backend-plugin-api/alpha';
import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../../service/Caller';
import type { StreamLimit } from '../limits/StreamLimit';
import type { LiveStream } from './LiveStream';

/** Rhythms and bounds of live streams; times in milliseconds. */
export interface StreamSettings {
  readonly pingMs: number;
  /** How long a stream stays open after its instance has ended. */
  readonly lingerMs: number;
  /** How long a stream lives; each one up to a fifth longer or shorter, so that they do not all come back at once. */
  readonly maxAgeMs: number;
  /** How often access is checked again. */
  readonly recheckMs: number;
  /** How many events a client may be behind before it gets a snapshot instead. */
  readonly maxLag: number;
  /** How long a client may take to make room. */
  readonly takeWithinMs: number;
}

/** What the contract of the live stream promises. */
export const standardStreamSettings: StreamSettings = {
  pingMs: 15_000,
  lingerMs: 30_000,
  maxAgeMs: 15 * 60_000,
  recheckMs: 60_000,
  maxLag: 5_000,
  takeWithinMs: 30_000,
};

/** Counts the streams that are open. */
export type OpenStreamsCounter = Pick<MetricsServiceUpDownCounter, 'add'>;

/** The live streams of this process, and what they have in common. */
export class LiveStreams {
  readonly clock: Clock;
  readonly settings: StreamSettings;
  readonly #limit: StreamLimit | undefined;
  readonly #counter: OpenStreamsCounter | undefined;
  readonly #open = new Set<LiveStream>();

  /** @param options - `limit`: default is none */
  constructor(options: {
    readonly clock: Clock;
    readonly settings: StreamSettings;
    readonly limit?: StreamLimit;
    readonly counter?: OpenStreamsCounter;
  }) {
    this.clock = options.clock;
    this.settings = options.settings;
    this.#limit = options.limit;
    this.#counter = options.counter;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Makes room for a stream of the caller.
   *
   * @returns to be called when it has ended, or is not begun after all
   * @throws TooManyStreamsError when the caller has enough
   */
  enter(caller: Caller): () => void {
    return this.#limit?.enter(caller) ?? (() => {});
  }

  /**
   * Runs a stream of the caller until it ends.
   *
   * @param create - called when nothing can be refused any more
   * @throws TooManyStreamsError when the caller has enough
   */
  async runFor(caller: Caller, create: () => LiveStream): Promise<void> {
    const leave = this.enter(caller);
    try {
      await this.run(create());
    } finally {
      leave();
    }
  }

  /** Runs a stream until it ends. */
  async run(stream: LiveStream): Promise<void> {
    this.#open.add(stream);
    this.#counter?.add(1);
    try {
      await stream.run();
    } finally {
      this.#open.delete(stream);
      this.#counter?.add(-1);
    }
  }

  /** This process stops: clients are sent away, to come back to another. */
  shutDown(): void {
    for (const stream of this.#open) stream.leave('shutdown');
  }
}
