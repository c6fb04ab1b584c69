import { standardError } from '../../interpreter/WorkflowError';
import { untilAborted } from '../untilAborted';
import type { Connection, InboundMessage } from './AsyncApiEndpoint';

const MAX_WAITING = 1000;

/** Messages of one connection, in their order: those that nobody has asked for yet wait here. */
export class Subscription {
  readonly #target: string;
  readonly #connection: Connection;
  readonly #messages: InboundMessage[] = [];
  #wake: () => void = () => {};
  #end?: string;

  private constructor(target: string, connection: Connection) {
    this.#target = target;
    this.#connection = connection;
  }

  /**
   * Begins to listen. The connection is the subscription's from now on.
   *
   * @param of - `target`: what is listened to, for people; `signal`: until when it may take to begin
   */
  static async open(
    { target, signal }: { target: string; signal: AbortSignal },
    connection: Connection,
    complete: (message: InboundMessage) => InboundMessage,
  ): Promise<Subscription> {
    const subscription = new Subscription(target, connection);
    try {
      const beginning = connection.receive(
        message => subscription.#take(complete(message)),
        reason => subscription.#finish(reason),
      );
      await untilAborted(beginning, signal);
      return subscription;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Whether nothing can come any more. */
  get isOver(): boolean {
    return this.#end !== undefined && this.#messages.length === 0;
  }

  /**
   * The next message.
   *
   * @throws WorkflowError `communication` when the connection has ended and all that came has been given
   */
  async next(signal: AbortSignal): Promise<InboundMessage> {
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake);
    try {
      for (;;) {
        signal.throwIfAborted();
        const message = this.#messages.shift();
        if (message) return message;
        if (this.#end !== undefined) throw this.#ended(this.#end);
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #take(message: InboundMessage): void {
    if (this.#messages.length >= MAX_WAITING) {
      this.#finish(`more than ${MAX_WAITING} messages wait to be consumed`);
      return;
    }
    this.#messages.push(message);
    this.#wake();
  }

  #finish(reason: string): void {
    this.#end ??= reason;
    this.#wake();
  }

  #ended(reason: string): Error {
    return standardError(
      'communication',
      `The subscription to ${this.#target} ended: ${reason}`,
    );
  }
}
