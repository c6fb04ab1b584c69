import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { Agent, fetch, Headers, type Response } from 'undici';
import type { HttpEffect } from '../../interpreter/DurableHost';
import { standardError, WorkflowError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import {
  EgressPolicy,
  EgressRefusedError,
  type EgressRules,
} from './EgressPolicy';
import type { PluginEndpoints } from './PluginEndpoints';
import { readAnswer, TooLargeError } from './readAnswer';

/** @public */
export interface HttpActivityOptions {
  readonly plugins: PluginEndpoints;
  /** Default: any host but link-local and metadata addresses. */
  readonly egress?: EgressRules;
  /** How long one request may take, milliseconds. Default: five minutes. */
  readonly timeoutMs?: number;
  /** Largest answer that is read, bytes. Default: 10 MiB. */
  readonly maxAnswerBytes?: number;
}

const DEFAULT_TIMEOUT_MS = 5 * 60 * 1000;
const DEFAULT_MAX_ANSWER_BYTES = 10 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/** Where a request goes once `plugin://` is resolved. */
interface Destination {
  readonly url: URL;
  readonly token?: string;
  /** Whether it is a plugin of the portal, to which egress rules do not apply. */
  readonly isPlugin: boolean;
}

/**
 * Carries out `call: http` (DSL reference, "HTTP Call").
 *
 * Sends the activity's idempotency key in the header `Idempotency-Key`. An answer outside 2xx is a `communication` error with
 * that status. Redirects are followed, each through the egress rules anew; credentials do not go along to another origin.
 *
 * @public
 */
export class HttpActivity implements ActivityExecutor<HttpEffect> {
  readonly #options: HttpActivityOptions;
  readonly #egress: EgressPolicy;
  readonly #guarded: Agent;
  readonly #direct = new Agent();

  constructor(options: HttpActivityOptions) {
    this.#options = options;
    this.#egress = new EgressPolicy(options.egress);
    this.#guarded = new Agent({ connect: { lookup: this.#egress.lookup } });
  }

  /** Closes connections that are kept for further calls, and those of calls that are under way. */
  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#direct.destroy()]);
  }

  async execute(
    effect: HttpEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = this.#options;
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([context.signal, deadline]);
    try {
      const destination = await this.#resolve(effect);
      const response = await this.#send(effect, destination, {
        ...context,
        signal,
      });
      return await this.#resultOf(effect, response);
    } catch (error) {
      const { details } = describeFailure(
        error,
        `${effect.method} ${effect.uri}`,
        {
          isCancelled: context.signal.aborted,
          isLate: deadline.aborted,
        },
      );
      return { outcome: { ok: false, error: details } };
    }
  }

  async #resolve({ uri, query }: HttpEffect): Promise<Destination> {
    if (!URL.canParse(uri)) {
      throw standardError('configuration', `${uri} is not an absolute URI`);
    }
    const given = new URL(uri);
    addQuery(given, query);
    if (given.protocol !== 'plugin:') return { url: given, isPlugin: false };
    const { baseUrl, token } = await this.#options.plugins.resolve(given.host);
    const url = new URL(`${baseUrl}${given.pathname}${given.search}`);
    return { url, token, isPlugin: true };
  }

  async #send(
    effect: HttpEffect,
    destination: Destination,
    context: ActivityContext,
  ): Promise<Response> {
    let { url } = destination;
    const headers = headersOf(effect, destination, context);
    for (let hops = 0; ; hops += 1) {
      const isPlugin =
        destination.isPlugin && url.origin === destination.url.origin;
      if (!isPlugin) this.#egress.requireAllowed(url);
      const response = await fetch(url, {
        method: effect.method,
        headers,
        body: bodyOf(effect),
        redirect: 'manual',
        signal: context.signal,
        dispatcher: isPlugin ? this.#direct : this.#guarded,
      });
      const target = redirectTarget(response, url);
      if (!target || effect.redirect || !isRepeatable(effect)) return response;
      await response.body?.cancel();
      if (hops === MAX_REDIRECTS) {
        throw standardError(
          'communication',
          `More than ${MAX_REDIRECTS} redirects`,
        );
      }
      if (target.origin !== url.origin) {
        headers.delete('authorization');
        headers.delete('cookie');
      }
      url = target;
    }
  }

  async #resultOf(
    effect: HttpEffect,
    response: Response,
  ): Promise<ActivityResult> {
    const { status } = response;
    const isExpected =
      response.ok || (effect.redirect && status >= 300 && status < 400);
    const { maxAnswerBytes = DEFAULT_MAX_ANSWER_BYTES } = this.#options;
    const answer = await readAnswer(response, maxAnswerBytes);
    if (!isExpected) {
      const said = answer.text.slice(0, 500);
      const detail = `${effect.method} ${effect.uri} answered ${status} ${response.statusText}`;
      const { details } = standardError(
        'communication',
        said ? `${detail}: ${said}` : detail,
        status,
      );
      return { status, outcome: { ok: false, error: details } };
    }
    const value = shape(effect, response, answer);
    return { status, outcome: { ok: true, value } };
  }
}

function shape(
  effect: HttpEffect,
  response: Response,
  answer: { readonly content: Json; readonly base64: string },
): Json {
  switch (effect.output) {
    case 'raw':
      return answer.base64;
    case 'response':
      return {
        request: {
          method: effect.method,
          uri: effect.uri,
          headers: { ...effect.headers },
        },
        statusCode: response.status,
        headers: Object.fromEntries(response.headers),
        content: answer.content,
      };
    default:
      return answer.content;
  }
}

function headersOf(
  effect: HttpEffect,
  { token }: Destination,
  { idempotencyKey }: ActivityContext,
): Headers {
  const headers = new Headers({
    accept: 'application/json, text/plain;q=0.9, */*;q=0.8',
    'idempotency-key': headerText(idempotencyKey),
    ...(effect.body !== undefined && {
      'content-type':
        typeof effect.body === 'string'
          ? 'text/plain; charset=utf-8'
          : 'application/json',
    }),
  });
  for (const [name, value] of Object.entries(effect.headers)) {
    headers.set(name, value);
  }
  if (token) headers.set('authorization', `Bearer ${token}`);
  return headers;
}

/** Names of tasks may hold any character, headers not: what is not printable ASCII is percent-encoded. */
function headerText(text: string): string {
  return text.replace(/[^\x21-\x7e]+/g, part =>
    Buffer.from(part).toString('hex').replace(/../g, '%$&').toUpperCase(),
  );
}

function bodyOf({ body }: HttpEffect): string | undefined {
  if (body === undefined) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function addQuery(url: URL, query: HttpEffect['query']) {
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === null) continue;
      url.searchParams.append(
        name,
        typeof one === 'object' ? JSON.stringify(one) : String(one),
      );
    }
  }
}

function redirectTarget(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || !location) {
    return undefined;
  }
  return new URL(location, from);
}

/** Only requests without effect are sent again to where a redirect leads. */
function isRepeatable({ method }: HttpEffect): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function describeFailure(
  error: unknown,
  target: string,
  { isCancelled, isLate }: { isCancelled: boolean; isLate: boolean },
): WorkflowError {
  if (isCancelled) return standardError('runtime', `${target} was cancelled`);
  if (isLate)
    return standardError('timeout', `${target} did not answer in time`);
  if (error instanceof WorkflowError) return error;
  const chain = causesOf(error);
  const refused = chain.find(cause => cause instanceof EgressRefusedError);
  if (refused) return standardError('authorization', refused.message, 403);
  if (error instanceof TooLargeError) {
    return standardError('communication', `${target}: ${error.message}`);
  }
  const reasons = chain.map(({ message, code }) => message || code);
  return standardError(
    'communication',
    `${target} failed: ${reasons.filter(Boolean).join(': ')}`,
  );
}

/** What the system's errors have, whichever realm they come from. */
interface Cause {
  readonly message: string;
  readonly code?: string;
}

function causesOf(error: unknown): readonly Cause[] {
  if (typeof error !== 'object' || error === null) return [];
  if (!('message' in error)) return [];
  const { cause } = error as { cause?: unknown };
  return [error as Cause, ...causesOf(cause)];
}
