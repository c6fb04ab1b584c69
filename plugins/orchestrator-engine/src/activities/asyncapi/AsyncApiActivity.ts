/**
 * Carries out `call: asyncapi` (DSL reference, "AsyncAPI Call").
 *
 * A1 A subscription has one connection in this process, from its first `receive` to its `unsubscribe`, or until a `receive` is given
 *    up or its task ends; messages that come meanwhile wait in their order.
 * A2 One that nobody has asked for an hour is ended.
 * A3 What waited in a process that died is lost: MQTT and WebSockets have no memory of who has read what.
 */
import { Headers } from 'undici';
import type {
  AsyncApiEffect,
  Credentials,
} from '../../interpreter/DurableHost';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import type { Documents } from '../documents/Documents';
import { References } from '../documents/References';
import { answerResult } from '../http/answerResult';
import { defaultContentType } from '../http/encodeBody';
import { idempotencyHeader } from '../http/idempotencyHeader';
import type { AsyncApiEndpoint, OutboundMessage } from './AsyncApiEndpoint';
import { correlated, encodePayload, headerTexts, traced } from './messages';
import { untilAborted } from '../untilAborted';
import { openConnection } from './openConnection';
import { channelUrl } from './openWebSocket';
import { readEndpoint } from './readEndpoint';
import { Subscription } from './Subscription';
import { Subscriptions } from './Subscriptions';

/** A message may be long in coming; how long it is waited for is up to the workflow. */
const UNLIMITED_MS = 2 ** 31 - 1;

const NOTHING: ActivityResult = { outcome: { ok: true, value: null } };

/** See the module header. */
export class AsyncApiActivity implements ActivityExecutor<AsyncApiEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #documents: Documents;
  readonly #subscriptions = new Subscriptions();

  constructor(options: { http: AuthenticatedHttp; documents: Documents }) {
    this.#http = options.http;
    this.#documents = options.documents;
  }

  async execute(
    effect: AsyncApiEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { action } = effect;
    const target = `${action.kind} ${effect.operation ?? effect.channel}`;
    const isWaiting = action.kind === 'receive';
    const { guarded } = this.#http;
    const timeoutMs = isWaiting ? UNLIMITED_MS : guarded.timeoutMs;
    return carryOut({ target, timeoutMs }, context, async call => {
      switch (action.kind) {
        case 'send':
          return this.#send(effect, action, call);
        case 'receive':
          return this.#receive(effect, call);
        default:
          await this.#subscriptions.end(call.idempotencyKey);
          return NOTHING;
      }
    });
  }

  /** The task may have been cancelled between two messages. */
  taskEnded(idempotencyKey: string): void {
    void this.#subscriptions.end(idempotencyKey);
  }

  /** Ends all subscriptions. */
  async close(): Promise<void> {
    await this.#subscriptions.endAll();
  }

  async #send(
    effect: AsyncApiEffect,
    message: OutboundMessage,
    call: Call,
  ): Promise<ActivityResult> {
    const endpoint = await this.#endpointOf(effect, call);
    if (endpoint.protocol === 'http') {
      return this.#post(endpoint, message, effect.authentication, call);
    }
    const http = this.#http;
    const connection = await openConnection(http, effect, endpoint, call);
    try {
      call.requireLease();
      const headers = traced(headerTexts(message.headers), call);
      const sending = connection.send({ ...message, headers });
      await untilAborted(sending, call.signal);
    } finally {
      await connection.close();
    }
    return NOTHING;
  }

  async #post(
    { url, address, method }: AsyncApiEndpoint,
    { payload, headers }: OutboundMessage,
    credentials: Credentials | undefined,
    call: Call,
  ): Promise<ActivityResult> {
    const uri = channelUrl(url, address).href;
    const all = new Headers({
      'content-type': defaultContentType(payload),
      ...idempotencyHeader(call),
      ...headerTexts(headers),
    });
    const body = encodePayload(payload);
    const request = { method, uri, headers: all, body };
    const answer = await this.#http.send(request, credentials, call);
    const asked = {
      method,
      uri,
      headers: {},
      output: 'content',
      redirect: false,
    } as const;
    const { outcome, status } = answerResult(answer, asked, call.secrets);
    return outcome.ok ? { ...NOTHING, status } : { outcome, status };
  }

  async #receive(effect: AsyncApiEffect, call: Call): Promise<ActivityResult> {
    const { payload, headers, correlationId } = await this.#subscriptions.next(
      call.idempotencyKey,
      () => this.#subscribe(effect, call),
      call.signal,
    );
    const value = {
      payload,
      ...(headers && { headers }),
      ...(correlationId !== undefined && { correlationId }),
    };
    return { outcome: { ok: true, value } };
  }

  async #subscribe(effect: AsyncApiEffect, call: Call): Promise<Subscription> {
    const endpoint = await this.#endpointOf(effect, call);
    const http = this.#http;
    const connection = await openConnection(http, effect, endpoint, call);
    const { address, correlation } = endpoint;
    return Subscription.open(
      { target: address, signal: call.signal },
      connection,
      message => correlated(message, correlation),
    );
  }

  #endpointOf(effect: AsyncApiEffect, call: Call): Promise<AsyncApiEndpoint> {
    const { document: resource } = effect;
    const documents = this.#documents;
    const references = new References({ documents, resource, call });
    return readEndpoint(references, effect);
  }
}
