import { setTimeout as sleep } from 'node:timers/promises';
import { eventFor, workflowIds } from './workload.mjs';

/** How many starts, and events, are under way at a time. */
const inFlight = 8;
const answerWithinMs = 10_000;

/**
 * Starts instances on whichever replica answers, as callers do: what is not acknowledged is asked for again under the same
 * key. Sends each instance that waits for an event its event, twice.
 */
export class Load {
  #replicas;
  #random;
  #stepsUrl;
  #workflows;
  #scenario;
  #isOver = false;
  #next = 0;

  /** Ids by key of what was acknowledged. */
  accepted = new Map();

  /** @param {{replicas: object, random: () => number, stepsUrl: string, scenario: string, workflows?: readonly string[]}} options */
  constructor({
    replicas,
    random,
    stepsUrl,
    scenario,
    workflows = workflowIds,
  }) {
    this.#replicas = replicas;
    this.#random = random;
    this.#stepsUrl = stepsUrl;
    this.#scenario = scenario;
    this.#workflows = workflows;
  }

  /** Goes on until told to {@link finish}, `perSecond` starts at most and `limit` in all. */
  run({ perSecond, limit }) {
    const began = Date.now();
    const lanes = Array.from({ length: inFlight }, async () => {
      while (!this.#isOver && this.#next < limit) {
        const number = this.#next;
        this.#next += 1;
        const dueAt = began + (number * 1000) / perSecond;
        await sleep(Math.max(0, dueAt - Date.now()));
        await this.#startOne(number);
      }
    });
    return Promise.all(lanes);
  }

  finish() {
    this.#isOver = true;
  }

  async #startOne(number) {
    const workflowId = this.#workflows[number % this.#workflows.length];
    const key = `${this.#scenario}-${number}`;
    const input = { steps: this.#stepsUrl };
    const { id } = await this.#untilDone('/start', { workflowId, input, key });
    this.accepted.set(key, { id, workflowId });
    if (workflowId !== 'event') return;
    await this.#untilDone('/events', eventFor(id));
    await this.#untilDone('/events', eventFor(id));
  }

  async #untilDone(path, body) {
    for (;;) {
      const { urls } = this.#replicas;
      const url = urls[Math.floor(this.#random() * urls.length)];
      try {
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(answerWithinMs),
        });
        if (response.ok) return await response.json();
      } catch {
        // it was killed, is frozen or does not listen yet: another one is asked
      }
      await sleep(50);
    }
  }
}
