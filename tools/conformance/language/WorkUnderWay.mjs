import { setTimeout as sleep } from 'node:timers/promises';

/** How many turns of the event loop nothing must be under way until nothing more will come. */
const CALM_TURNS = 15;

/** Knows whether anything is being done that needs no time of the virtual clock. */
export class WorkUnderWay {
  #count = 0;
  /** Work that has begun and cannot go on before time does. */
  #held = () => 0;

  /** @param {() => number} held how many activities wait for an answer that only comes later, or never */
  set held(held) {
    this.#held = held;
  }

  get #isBusy() {
    return this.#count - this.#held() > 0;
  }

  /**
   * The same object, with each of its asynchronous methods under watch.
   *
   * @template {object} T @param {T} target @returns {T}
   */
  watch(target) {
    return new Proxy(target, {
      get: (_, name) => {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args) => this.#watched(value.apply(target, args));
      },
    });
  }

  /** Resolves once nothing is left to do but to let time go by. */
  async done() {
    for (let calm = 0; calm < CALM_TURNS; ) {
      if (this.#isBusy) await sleep(1);
      await new Promise(resolve => setImmediate(resolve));
      calm = this.#isBusy ? 0 : calm + 1;
    }
  }

  #watched(result) {
    if (typeof result?.then !== 'function') return result;
    this.#count += 1;
    const end = () => {
      this.#count -= 1;
    };
    result.then(end, end);
    return result;
  }
}
