/** How many there are of each of several things; those of which there are none are not kept. */
export class Counts {
  readonly #counts = new Map<string, number>();

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** Those of which there are any. */
  get all(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  add(name: string, more: number): void {
    const count = this.of(name) + more;
    if (count === 0) this.#counts.delete(name);
    else this.#counts.set(name, count);
  }

  clear(): void {
    this.#counts.clear();
  }
}
