import type {
  TabMessage,
  Tabs,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** The tabs of one browser, all of them in this process. */
export class BrowserOfTests {
  readonly #listeners = new Map<Tabs, (message: TabMessage) => void>();
  #turn: Promise<void> = Promise.resolve();

  /** Opens one more. */
  open(): Tabs {
    const tab: Tabs = {
      takeTurns: (lead, signal) => {
        this.#turn = this.#turn.then(() => lead(signal));
        return this.#turn;
      },
      tell: message => {
        for (const [other, listen] of this.#listeners) {
          if (other !== tab) queueMicrotask(() => listen(message));
        }
      },
      listen: listener => {
        this.#listeners.set(tab, listener);
        return () => this.#listeners.delete(tab);
      },
    };
    return tab;
  }
}
