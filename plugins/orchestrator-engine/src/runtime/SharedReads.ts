/**
 * Reads the same thing once for all who ask for it while the read before is under way, or in one turn of the event loop.
 *
 * Nobody gets an answer that was read before he asked.
 */
export class SharedReads<T> {
  readonly #asked = new Map<string, Promise<T>>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(private readonly read: (key: string) => Promise<T>) {}

  get(key: string): Promise<T> {
    const asked = this.#asked.get(key) ?? this.#readNext(key);
    this.#asked.set(key, asked);
    return asked;
  }

  async #readNext(key: string): Promise<T> {
    await new Promise(resolve => setImmediate(resolve));
    await this.#underWay.get(key);
    this.#asked.delete(key);
    const answer = this.read(key);
    const over = () => {
      this.#underWay.delete(key);
    };
    this.#underWay.set(key, answer.then(over, over));
    return answer;
  }
}
