import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/Failure.mjs';
import { stories } from './stories.mjs';
import { workflowIds } from './workload.mjs';

/** How many starts are under way at a time. */
const inFlight = 8;
const answerWithinMs = 10_000;

/** How often all that have failed of one workflow are retried together. */
const batchEveryMs = 2_000;

/** Longer than anything goes wrong. */
const givesUpAfterMs = 120_000;

/**
 * Starts instances on whichever replica answers, as callers do, and does to each what its story says. What is not acknowledged is
 * asked for again, under the same key and mostly of another replica.
 */
export class Load {
  #replicas;
  #random;
  #stepsUrl;
  #workflows;
  #scenario;
  #next = 0;
  #isAllStarted = false;
  #stories = [];

  /** Ids by key of what was acknowledged. */
  accepted = new Map();
  /** What people have decided, as far as that was acknowledged. */
  votes = [];
  /** When each event was first acknowledged, by its id. */
  delivered = new Map();

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

  /** Ends with the last story: `perSecond` starts at most and `limit` in all. */
  async run({ perSecond, limit }) {
    const retrying = this.#retryTogether();
    const began = Date.now();
    const lanes = Array.from({ length: inFlight }, async () => {
      while (this.#next < limit) {
        const number = this.#next;
        this.#next += 1;
        const dueAt = began + (number * 1000) / perSecond;
        await sleep(Math.max(0, dueAt - Date.now()));
        await this.#startOne(number);
      }
    });
    await Promise.all(lanes);
    this.#isAllStarted = true;
    await Promise.all([...this.#stories, retrying]);
  }

  /** Has a job retry what has failed of `batched`, again and again until all of them have completed. */
  async #retryTogether() {
    if (!this.#workflows.includes('batched')) return;
    for (let turn = 0; ; turn += 1) {
      await sleep(batchEveryMs);
      const isLast = this.#isAllStarted;
      const key = `${this.#scenario}-batch-${turn}`;
      const { open } = await this.#answerTo('/retry-failed', {
        workflowId: 'batched',
        key,
      });
      if (isLast && open === 0) return;
    }
  }

  async #startOne(number) {
    const workflowId = this.#workflows[number % this.#workflows.length];
    const key = `${this.#scenario}-${number}`;
    const input = { steps: this.#stepsUrl };
    const { id } = await this.#answerTo('/start', { workflowId, input, key });
    this.accepted.set(key, { id, workflowId });
    const story = stories[workflowId]?.(id, {
      random: this.#random,
      answerTo: (...asked) => this.#answerTo(...asked),
      ask: async (...asked) => (await this.#answerTo(...asked)) !== undefined,
      deliver: event => this.#deliver(event),
      noteVote: vote => this.votes.push(vote),
    });
    this.#stories.push(story);
  }

  async #deliver(event) {
    await this.#answerTo('/events', event);
    if (!this.delivered.has(event.id)) this.delivered.set(event.id, Date.now());
  }

  /** @returns {Promise<any>} `undefined` when it is refused for what has become of the instance */
  async #answerTo(path, body) {
    const giveUpAt = Date.now() + givesUpAfterMs;
    while (Date.now() < giveUpAt) {
      const { urls } = this.#replicas;
      const url = urls[Math.floor(this.#random() * urls.length)];
      try {
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(answerWithinMs),
        });
        if (response.ok) return (await response.json()) ?? {};
        if (response.status === 409) return undefined;
      } catch {
        // it was killed, is frozen or does not listen yet: another one is asked
      }
      await sleep(50);
    }
    throw new Failure(`no replica answers ${path}; see test-output/chaos`);
  }
}
