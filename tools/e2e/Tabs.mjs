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
    tabs.#pages = await Promise.all(
      Array.from({ length: count }, () => context.newPage()),
    );
    await Promise.all(tabs.#pages.map(page => page.goto(href)));
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

  async seeText(text, timeout = 30_000) {
    await Promise.all(
      this.#pages.map(page =>
        page.getByText(text).first().waitFor({ timeout }),
      ),
    );
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
    await Promise.all(this.#pages.map(page => page.close()));
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
