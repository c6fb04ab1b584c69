const messages = {
  KEY_UNKNOWN:
    'It was encrypted with a key that is no longer configured; add that key to `orchestrator.encryptionKeys`, after the newest',
  ALTERED:
    'It is not as it was encrypted, or it was encrypted for another place',
};

/** An encrypted text does not open. Says why, and never what it holds. @public */
export class DecryptionFailedError extends Error {
  readonly name = 'DecryptionFailedError';

  constructor(
    readonly code: 'KEY_UNKNOWN' | 'ALTERED',
    options?: { cause?: unknown },
  ) {
    super(messages[code], options);
  }
}
