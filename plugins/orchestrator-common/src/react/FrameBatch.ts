/** Hands over what has come in once per animation frame, so that a burst is one rendering. */
export class FrameBatch<T> {
  readonly #deliver: (items: readonly T[]) => void;
  #items: T[] = [];
  #frame: number | undefined;

  constructor(deliver: (items: readonly T[]) => void) {
    this.#deliver = deliver;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#frame ??= requestAnimationFrame(() => this.#flush());
  }

  /** Drops what has not been handed over. */
  close(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#items = [];
  }

  #flush(): void {
    const items = this.#items;
    this.#items = [];
    this.#frame = undefined;
    this.#deliver(items);
  }
}
