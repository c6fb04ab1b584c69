import { Failure } from '../lib/Failure.mjs';

/** Tabs of one browser that show the same page each, and the live streams that they have open. */
export class Tabs {
  #pages = [];
  #open = new Set();
  #most = 0;

  /** @param {import('./Visitor.mjs').Visitor} visitor @param {number} count */
  static async open(visitor, count) {
    const tabs = new Tabs();
    const context = visitor.page.context();
    const { href } = new URL(visitor.page.url());
    tabs.#count(context);
    for (let index = 0; index < count; index += 1) {
      const page = await context.newPage();
      tabs.#pages.push(page);
      await page.goto(href);
    }
    return tabs;
  }

  #count(context) {
    const isStream = request => request.url().includes('/events/stream');
    context.on('request', request => {
      if (!isStream(request)) return;
      this.#open.add(request);
      this.#most = Math.max(this.#most, this.#open.size);
    });
    const ended = request => this.#open.delete(request);
    context.on('requestfinished', ended);
    context.on('requestfailed', ended);
  }

  async seeText(text) {
    for (const page of this.#pages) {
      await page.getByText(text).first().waitFor();
    }
  }

  /** @throws {Failure} when the tabs had more streams open at once, or one of them waits longer for an answer */
  async require({ streams, answerMs }) {
    if (this.#most > streams) {
      throw new Failure(`the tabs had ${this.#most} streams open at once`);
    }
    const elapsed = await Promise.all(this.#pages.map(askSomething));
    const longest = Math.max(...elapsed);
    if (longest > answerMs) {
      throw new Failure(`a tab waited ${longest.toFixed(0)} ms for an answer`);
    }
  }

  async close() {
    for (const page of this.#pages) await page.close();
  }
}

/** @returns {Promise<number>} how long the answer took, in milliseconds */
function askSomething(page) {
  return page.evaluate(async () => {
    const before = performance.now();
    await fetch('/api/orchestrator/v2/info');
    return performance.now() - before;
  });
}
