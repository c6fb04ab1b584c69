/** The scaffolder's checkpoints of one step: keeps what succeeded, forgets what threw. */
export class FakeCheckpoints {
  readonly #values = new Map<string, unknown>();

  readonly checkpoint = async <T>({
    key,
    fn,
  }: {
    readonly key: string;
    readonly fn: () => Promise<T> | T;
  }): Promise<T> => {
    if (!this.#values.has(key)) this.#values.set(key, await fn());
    return this.#values.get(key) as T;
  };
}
