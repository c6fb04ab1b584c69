/** jq itself. Each call boots it anew, so many programs go into one call, each with its own input and errors. */
export class JqOracle {
  #jq;

  constructor(jq) {
    this.#jq = jq;
  }

  static async open(jq) {
    return new JqOracle(await jq);
  }

  /** An outcome for each pair: `{values}`, `{error}`, `{syntax: true}` or `{crash}`. */
  evaluateAll(pairs) {
    // Those that ask for their line must be on the first one.
    const apart = pairs.filter(isAboutLines);
    const together = pairs.filter(pair => !isAboutLines(pair));
    const outcomes = new Map([
      ...zip(together, this.#evaluateTogether(together)),
      ...apart.map(pair => [pair, this.#evaluateTogether([pair])[0]]),
    ]);
    return pairs.map(pair => outcomes.get(pair));
  }

  #evaluateTogether(pairs) {
    if (pairs.length === 0) return [];
    try {
      return this.#call(pairs);
    } catch (error) {
      if (pairs.length === 1) return [failure(error)];
      // One of them does not compile or takes jq down: look for it.
      const middle = Math.ceil(pairs.length / 2);
      return [
        ...this.#evaluateTogether(pairs.slice(0, middle)),
        ...this.#evaluateTogether(pairs.slice(middle)),
      ];
    }
  }

  #call(pairs) {
    const programs = pairs.map(
      ({ program }, index) =>
        `(.[${index}] | try {values: [${program}\n]} catch {error: .})`,
    );
    // With the inputs in a file of their own and the program in another, neither needs quoting.
    const output = this.#jq.raw(
      JSON.stringify(pairs.map(({ input }) => input)),
      programs.join(',\n'),
      ['-c'],
    );
    const outcomes = output
      .split('\n')
      .filter(text => text !== '')
      .map(text => withoutInfinity(JSON.parse(text)));
    if (outcomes.length !== pairs.length) throw new Error('jq stopped early');
    return outcomes;
  }
}

const isAboutLines = ({ program }) => program.includes('__loc__');

const zip = (keys, values) => keys.map((key, index) => [key, values[index]]);

const COMPILE_ERROR = 3;

function failure(error) {
  if (error.exitCode === COMPILE_ERROR) return { syntax: true };
  return { crash: String(error.stderr ?? error.message).slice(0, 200) };
}

/** jq prints literals beyond the largest number as they were written. */
function withoutInfinity(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
  }
  if (Array.isArray(value)) return value.map(withoutInfinity);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, withoutInfinity(item)]),
  );
}
