/** Browsers draw no frames of pages that are out of sight: what comes meanwhile is handed over all the same, so often. */
const OUT_OF_SIGHT_MS = 1_000;

/** Hands over what has come in once per animation frame, so that a burst is one rendering. */
export class FrameBatch<T> {
  readonly #deliver: (items: readonly T[]) => void;
  #items: T[] = [];
  #cancel: (() => void) | undefined;

  constructor(deliver: (items: readonly T[]) => void) {
    this.#deliver = deliver;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#cancel ??= atNextFrame(() => this.flush());
  }

  /** Hands over what there is, now. */
  flush(): void {
    const items = this.#items;
    this.close();
    if (items.length > 0) this.#deliver(items);
  }

  /** Drops what has not been handed over. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#items = [];
  }
}

/** @returns the cancellation */
function atNextFrame(action: () => void): () => void {
  const frame = requestAnimationFrame(action);
  const timer = setTimeout(action, OUT_OF_SIGHT_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
