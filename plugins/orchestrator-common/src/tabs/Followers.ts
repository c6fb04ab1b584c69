/** Which tabs follow which instances, as far as the leader has heard. */
export class Followers {
  readonly #byTab = new Map<string, readonly string[]>();
  readonly #heard = new Set<string>();

  /** @returns whether the tab has begun to follow one */
  set(tab: string, instances: readonly string[]): boolean {
    const before = this.#byTab.get(tab) ?? [];
    this.#heard.add(tab);
    if (instances.length > 0) this.#byTab.set(tab, instances);
    else this.#byTab.delete(tab);
    return instances.some(instanceId => !before.includes(instanceId));
  }

  /** All instances that are followed, each once, in an order of their own. */
  get instances(): readonly string[] {
    return [...new Set([...this.#byTab.values()].flat())].sort();
  }

  /** Forgets the tabs that have not been heard since this was called last: they are gone. */
  forgetSilent(): void {
    for (const tab of this.#byTab.keys()) {
      if (!this.#heard.has(tab)) this.#byTab.delete(tab);
    }
    this.#heard.clear();
  }
}
