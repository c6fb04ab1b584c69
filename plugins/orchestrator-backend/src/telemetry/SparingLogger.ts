import type {
  Clock,
  EngineLogger,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

type Fields = Parameters<EngineLogger['warn']>[1];

/** For how long what has been said is not said again. */
const PAUSE_MS = 60_000;

/** How many messages are remembered; with more, all are forgotten, and may be said again. */
const MAX_REMEMBERED = 1_000;

/** A logger of an engine that tries again and again: while its database is away, each of its parts finds that out every moment. */
export class SparingLogger implements EngineLogger {
  readonly #said = new Map<string, { readonly at: number; again: number }>();

  constructor(
    private readonly logger: EngineLogger,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  info(message: string, fields?: Fields) {
    this.logger.info(message, fields);
  }

  /** The same at most once a minute, then with how often it was left out. */
  warn(message: string, fields?: Fields) {
    this.#say('warn', message, fields);
  }

  /** As {@link SparingLogger.warn}. */
  error(message: string, fields?: Fields) {
    this.#say('error', message, fields);
  }

  #say(level: 'warn' | 'error', message: string, fields: Fields) {
    const key = JSON.stringify([level, message, fields]);
    const at = this.clock.now();
    const last = this.#said.get(key);
    if (last && at - last.at < PAUSE_MS) {
      last.again += 1;
      return;
    }
    if (this.#said.size >= MAX_REMEMBERED) this.#said.clear();
    this.#said.set(key, { at, again: 0 });
    const isRepeated = last !== undefined && last.again > 0;
    const times = isRepeated ? ` (and ${last.again} more times since)` : '';
    this.logger[level](`${message}${times}`, fields);
  }
}
