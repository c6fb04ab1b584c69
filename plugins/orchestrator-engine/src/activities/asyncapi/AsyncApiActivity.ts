/**
 * Carries out `call: asyncapi` (DSL reference, "AsyncAPI Call").
 *
 * A1 A subscription has one connection in this process, from its first `receive` to its `unsubscribe`; messages that come
 *    meanwhile wait in their order.
 * A2 One that nobody has asked for an hour is ended.
 * A3 What waited in a process that died is lost: MQTT and WebSockets have no memory of who has read what.
 */
import { Headers } from 'undici';
import type {
  AsyncApiEffect,
  Credentials,
} from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
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
import { defaultContentType, plainText } from '../http/encodeBody';
import { idempotencyHeader } from '../http/idempotencyHeader';
import type {
  AsyncApiEndpoint,
  Connection,
  OutboundMessage,
} from './AsyncApiEndpoint';
import { correlated, encodePayload } from './messages';
import { openMqtt, type MqttLogin } from './openMqtt';
import { channelUrl, openWebSocket } from './openWebSocket';
import { readEndpoint } from './readEndpoint';
import { Subscription } from './Subscription';

/** After this long without a `receive`, the instance goes on elsewhere, or not at all. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** A message may be long in coming; how long it is waited for is up to the workflow. */
const UNLIMITED_MS = 2 ** 31 - 1;

const NOTHING: ActivityResult = { outcome: { ok: true, value: null } };

interface Kept {
  readonly subscription: Subscription;
  readonly endpoint: AsyncApiEndpoint;
}

export class AsyncApiActivity implements ActivityExecutor<AsyncApiEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #documents: Documents;
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #forgetting = new Map<string, NodeJS.Timeout>();

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
          return this.#receive(effect, action.subscription, call);
        default:
          await this.#unsubscribe(action.subscription);
          return NOTHING;
      }
    });
  }

  /** Ends all subscriptions. */
  async close(): Promise<void> {
    const names = [...this.#kept.keys()];
    await Promise.all(names.map(name => this.#unsubscribe(name)));
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
    const connection = await this.#open(effect, endpoint, call);
    try {
      await connection.send(message);
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
      ...textsOf(headers),
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

  async #receive(
    effect: AsyncApiEffect,
    name: string,
    call: Call,
  ): Promise<ActivityResult> {
    clearTimeout(this.#forgetting.get(name));
    const { subscription, endpoint } = await this.#subscribed(
      effect,
      name,
      call,
    );
    try {
      const message = await subscription.next(call.signal);
      const { payload, headers, correlationId } = correlated(
        message,
        endpoint.correlation,
      );
      const value = {
        payload,
        ...(headers && { headers }),
        ...(correlationId !== undefined && { correlationId }),
      };
      return { outcome: { ok: true, value } };
    } finally {
      if (subscription.isOver) await this.#unsubscribe(name);
      else this.#forgetLater(name);
    }
  }

  /** The subscription of that name; one that cannot be opened is forgotten, so that the next attempt opens it anew. */
  async #subscribed(
    effect: AsyncApiEffect,
    name: string,
    call: Call,
  ): Promise<Kept> {
    const kept = this.#kept.get(name) ?? this.#subscribe(effect, call);
    this.#kept.set(name, kept);
    try {
      return await kept;
    } catch (error) {
      this.#kept.delete(name);
      throw error;
    }
  }

  async #subscribe(effect: AsyncApiEffect, call: Call): Promise<Kept> {
    const endpoint = await this.#endpointOf(effect, call);
    const connection = await this.#open(effect, endpoint, call);
    const { address } = endpoint;
    try {
      const subscription = await Subscription.open(address, connection);
      return { subscription, endpoint };
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  #forgetLater(name: string): void {
    if (!this.#kept.has(name)) return;
    clearTimeout(this.#forgetting.get(name));
    const timer = setTimeout(() => this.#unsubscribe(name), FORGOTTEN_AFTER_MS);
    this.#forgetting.set(name, timer.unref());
  }

  async #unsubscribe(name: string): Promise<void> {
    clearTimeout(this.#forgetting.get(name));
    this.#forgetting.delete(name);
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    const { subscription } = (await kept?.catch(() => undefined)) ?? {};
    await subscription?.close();
  }

  #endpointOf(effect: AsyncApiEffect, call: Call): Promise<AsyncApiEndpoint> {
    const { document: resource } = effect;
    const documents = this.#documents;
    const references = new References({ documents, resource, call });
    return readEndpoint(references, effect);
  }

  async #open(
    { authentication, action }: AsyncApiEffect,
    endpoint: AsyncApiEndpoint,
    call: Call,
  ): Promise<Connection> {
    const { guarded } = this.#http;
    switch (endpoint.protocol) {
      case 'ws': {
        const headers = {
          ...(await this.#authorization(authentication, call)),
          ...(action.kind === 'send' && textsOf(action.headers)),
        };
        return openWebSocket(guarded, endpoint, headers, call.signal);
      }
      case 'mqtt':
      case 'mqtt5': {
        const login = await this.#login(authentication, call);
        return openMqtt(guarded, endpoint, login, call.signal);
      }
      default:
        throw standardError(
          'configuration',
          'Messages cannot be received over http; use a server that speaks ws or mqtt',
        );
    }
  }

  async #authorization(
    credentials: Credentials | undefined,
    call: Call,
  ): Promise<{ readonly [name: string]: string }> {
    if (!credentials) return {};
    const authorization = await this.#http.authorizationOf(credentials, call);
    if (authorization !== undefined) return { authorization };
    throw standardError(
      'configuration',
      'Digest authentication is for http only',
    );
  }

  /** MQTT has no place for a token but the password. */
  async #login(
    credentials: Credentials | undefined,
    call: Call,
  ): Promise<MqttLogin> {
    if (credentials?.scheme === 'basic') {
      call.secrets.addCredentials(credentials);
      const { username, password } = credentials;
      return { username, password };
    }
    const { authorization } = await this.#authorization(credentials, call);
    if (authorization === undefined) return {};
    return { username: '', password: authorization.replace(/^Bearer /, '') };
  }
}

function textsOf(headers: OutboundMessage['headers']): {
  [name: string]: string;
} {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, plainText(value)]),
  );
}
