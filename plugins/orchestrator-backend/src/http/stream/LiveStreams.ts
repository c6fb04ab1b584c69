import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';
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

/** The live streams of this process, and what they have in common. */
export class LiveStreams {
  readonly clock: Clock;
  readonly settings: StreamSettings;
  readonly #open = new Set<LiveStream>();

  constructor(options: {
    readonly clock: Clock;
    readonly settings: StreamSettings;
  }) {
    this.clock = options.clock;
    this.settings = options.settings;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Runs a stream until it ends. */
  async run(stream: LiveStream): Promise<void> {
    this.#open.add(stream);
    try {
      await stream.run();
    } finally {
      this.#open.delete(stream);
    }
  }

  /** This process stops: clients are sent away, to come back to another. */
  shutDown(): void {
    for (const stream of this.#open) stream.leave('shutdown');
  }
}
