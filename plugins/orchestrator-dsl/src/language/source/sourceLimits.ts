/** Bounds that keep hostile text from costing more than it is worth. @internal */
export const SOURCE_LIMITS = {
  /** UTF-8 bytes of the text. */
  bytes: 1024 * 1024,
  /** Lists and objects inside each other. */
  depth: 100,
  /** Values that aliases repeat. */
  aliasedValues: 20_000,
} as const;

/** @internal */
export const TOO_DEEP = `values are nested more than ${SOURCE_LIMITS.depth} deep`;
