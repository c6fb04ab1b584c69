import type { InboundMessage } from './AsyncApiEndpoint';
import { Subscription } from './Subscription';

/** After this long without a question, the instance goes on elsewhere, or not at all. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** The open subscriptions of this process, by name: each task that subscribes has its own. */
export class Subscriptions {
  readonly #open = new Map<string, Promise<Subscription>>();
  readonly #forgetting = new Map<string, NodeJS.Timeout>();

  /**
   * The next message of a subscription, which is opened when there is none of that name.
   *
   * One that cannot be opened, or is over, is forgotten, so that the next question opens it anew. One whose question is given up ends:
   * the task that asked is cancelled, or goes on in another process.
   */
  async next(
    name: string,
    open: () => Promise<Subscription>,
    signal: AbortSignal,
  ): Promise<InboundMessage> {
    clearTimeout(this.#forgetting.get(name));
    const opening = this.#open.get(name) ?? open();
    this.#open.set(name, opening);
    try {
      const subscription = await opening;
      return await subscription.next(signal);
    } finally {
      const isWanted = !signal.aborted && (await isUseful(opening));
      if (isWanted) this.#forgetLater(name);
      else await this.end(name);
    }
  }

  async end(name: string): Promise<void> {
    clearTimeout(this.#forgetting.get(name));
    this.#forgetting.delete(name);
    const opening = this.#open.get(name);
    this.#open.delete(name);
    const subscription = await opening?.catch(() => undefined);
    await subscription?.close();
  }

  async endAll(): Promise<void> {
    const names = [...this.#open.keys()];
    await Promise.all(names.map(name => this.end(name)));
  }

  #forgetLater(name: string): void {
    if (!this.#open.has(name)) return;
    clearTimeout(this.#forgetting.get(name));
    const timer = setTimeout(() => this.end(name), FORGOTTEN_AFTER_MS);
    this.#forgetting.set(name, timer.unref());
  }
}

async function isUseful(opening: Promise<Subscription>): Promise<boolean> {
  const subscription = await opening.catch(() => undefined);
  return subscription !== undefined && !subscription.isOver;
}
