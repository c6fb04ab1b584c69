import type { EventSink, SentMessage } from '../http/stream/EventSink';

/** A client that remembers what it was sent; it can stop taking. */
export class FakeSink implements EventSink {
  readonly sent: SentMessage[] = [];
  isClosed = false;
  takes = true;
  #resume = () => {};

  async send(message: SentMessage) {
    this.sent.push(message);
    if (!this.takes) {
      await new Promise<void>(resolve => {
        this.#resume = resolve;
      });
    }
    return this.takes;
  }

  /** Takes on what it was sent; `false`: gives up. */
  goOn(takes: boolean) {
    this.takes = takes;
    this.#resume();
  }

  onGone() {}

  close() {
    this.isClosed = true;
  }

  get events() {
    return this.sent.map(({ event }) => event);
  }

  get ids() {
    return this.sent.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }
}
