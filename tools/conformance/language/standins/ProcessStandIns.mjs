const kinds = new Set(['shell', 'container']);

/** Stands in for shells and containers, which a deployment does not run unless it is told to. */
export class ProcessStandIns {
  #results = {};
  #runs = new Map();

  /** @param {Record<string, {stdout?: string, stderr?: string, code?: number}>} results by command or image */
  reset(results) {
    this.#results = results;
    this.#runs.clear();
  }

  /** What was run, each once. */
  get effects() {
    return [...this.#runs.values()];
  }

  runs({ kind }) {
    return kinds.has(kind);
  }

  async execute(effect) {
    this.#runs.set(effect.id, effect);
    const name = effect.kind === 'shell' ? effect.command : effect.image;
    const { stdout = '', stderr = '', code = 0 } = this.#results[name] ?? {};
    const all = { code, stdout, stderr };
    const values = { ...all, all, none: null };
    return { outcome: { ok: true, value: values[effect.return] } };
  }
}
