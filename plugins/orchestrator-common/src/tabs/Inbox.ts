/** What has come and was not taken yet, in order. */
export class Inbox<T> {
  readonly #items: T[] = [];
  #wake = () => {};

  put(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  /** The next one, as soon as there is one; `undefined` once `signal` is aborted. */
  async take(signal: AbortSignal): Promise<T | undefined> {
    while (this.#items.length === 0 && !signal.aborted) {
      await new Promise<void>(resolve => {
        const wake = () => {
          signal.removeEventListener('abort', wake);
          resolve();
        };
        this.#wake = wake;
        signal.addEventListener('abort', wake);
      });
    }
    return signal.aborted ? undefined : this.#items.shift();
  }
}
