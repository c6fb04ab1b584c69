/**
 * Reads the same thing once for all who ask for it in one turn of the event loop.
 *
 * Nobody gets an answer that was read before he asked.
 */
export class SharedReads<T> {
  readonly #pending = new Map<string, Promise<T>>();

  constructor(private readonly read: (key: string) => Promise<T>) {}

  get(key: string): Promise<T> {
    const pending = this.#pending.get(key) ?? this.#readSoon(key);
    this.#pending.set(key, pending);
    return pending;
  }

  async #readSoon(key: string): Promise<T> {
    await new Promise(resolve => setImmediate(resolve));
    this.#pending.delete(key);
    return this.read(key);
  }
}
