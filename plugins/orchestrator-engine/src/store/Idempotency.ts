/** A key under which a request counts once for 24 hours. @public */
export interface Idempotency {
  readonly key: string;
  /** Of the request; another hash under the same key is a conflict. */
  readonly requestHash: string;
}

/** How long a key counts: 24 hours. @public */
export const KEY_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** How a key was used before. @public */
export type KeyUse = 'new' | 'known' | 'conflict';
