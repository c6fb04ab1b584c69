import { EngineError } from '../EngineError';

/** How a call breaks: before or after it is carried out, and with what. */
export interface Breakage {
  readonly when: 'before' | 'after';
  readonly what: 'unavailable' | 'refused';
}

/** Every way in which a call can break. */
export const callBreakages: readonly Breakage[] = [
  { when: 'before', what: 'unavailable' },
  { when: 'after', what: 'unavailable' },
  { when: 'before', what: 'refused' },
  { when: 'after', what: 'refused' },
];

/** Counts the calls of all that it wraps, and breaks one of them. */
export class FaultyCalls {
  #count = 0;
  #brokenAt: string | undefined;

  constructor(
    private readonly nth: number,
    private readonly breakage: Breakage,
  ) {}

  /** How many calls there were. */
  get count(): number {
    return this.#count;
  }

  /** Which call was broken; `undefined` while none was. */
  get brokenAt(): string | undefined {
    return this.#brokenAt;
  }

  wrap<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get: (inner, method) => {
        const value = Reflect.get(inner, method);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          this.#count += 1;
          const isBroken = this.#count === this.nth;
          if (isBroken) this.#brokenAt = `${name}.${String(method)}`;
          if (isBroken && this.breakage.when === 'before') throw this.#error();
          const answer = await Reflect.apply(value, inner, args);
          if (isBroken) throw this.#error();
          return answer;
        };
      },
    });
  }

  #error(): Error {
    const message = 'The database says: something unheard-of';
    return this.breakage.what === 'unavailable'
      ? new EngineError('STORE_UNAVAILABLE', message)
      : new Error(message);
  }
}
