import type { Idempotency } from './InstanceStore';

/** A request that counts once. @public */
export interface KeyedRequest extends Idempotency {
  /** Who sends it: an entity ref, or the subject of a service. */
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What is known of a request that counts once. @public */
export type Reservation =
  /** It is to be answered now, by whoever has asked. */
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly answer: string }
  /** Somebody is answering it. */
  | { readonly kind: 'underWay' }
  /** The key was used for another request. */
  | { readonly kind: 'conflict' };

/**
 * The first answers to requests that count once, for a day.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface AnswerStore {
  /** @param staleMs - after so many milliseconds without an answer it counts as given up, and is to be answered anew */
  reserve(request: KeyedRequest, staleMs: number): Promise<Reservation>;
  /** Keeps the answer to a request that was reserved. */
  keep(
    request: Pick<KeyedRequest, 'actor' | 'key'>,
    answer: string,
  ): Promise<void>;
  /** Forgets a request that was refused: nothing has come of it. */
  release(request: Pick<KeyedRequest, 'actor' | 'key'>): Promise<void>;
}
