/**
 * The one gate through which activities speak HTTP.
 *
 * G1 Every request is checked against the egress rules, and so is each address that a redirect leads to and that a name stands for.
 * G2 Only a plugin of the portal gets a token of the portal's, and only the one that is for it.
 * G3 No answer is read beyond the limit, no request outlives its signal.
 * G4 Nothing leaves the process before the lease of its worker has been asked for once more.
 */
import {
  Agent,
  fetch,
  Headers,
  type Dispatcher,
  type FormData,
  type Response,
} from 'undici';
import { standardError } from '../../interpreter/WorkflowError';
import { askingLast } from './askingLast';
import { EgressPolicy, type EgressRules } from './EgressPolicy';
import type { PluginEndpoints } from './PluginEndpoints';
import { readAnswer, type HttpAnswer } from './readAnswer';
import { sendAgainWhereClosed } from './sendAgain';

/** @public */
export interface GuardedHttpOptions {
  readonly plugins: PluginEndpoints;
  /** Default: any host but link-local and metadata addresses. */
  readonly egress?: EgressRules;
  /** How long one activity may take, milliseconds. Default: five minutes. */
  readonly timeoutMs?: number;
  /** Largest answer that is read, bytes. Default: 10 MiB. */
  readonly maxAnswerBytes?: number;
}

/** A request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute: `http:`, `https:` or `plugin://<pluginId>/<path>`. */
  readonly uri: string;
  readonly headers?: Headers;
  readonly body?: string | FormData;
  /** Instead of the portal's token, should it go to a plugin. */
  readonly authorization?: string;
  /** Whether to go where a redirect leads. Only for requests that may be sent twice. */
  readonly followsRedirects?: boolean;
  /** Called right before it leaves the process; when it throws, nothing of it does. */
  readonly requireLease?: () => void;
}

const DEFAULT_TIMEOUT_MS = 5 * 60 * 1000;
const DEFAULT_MAX_ANSWER_BYTES = 10 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/** Where a request goes once `plugin://` is resolved. */
interface Destination {
  readonly url: URL;
  readonly authorization?: string;
  /** Whether it is a plugin of the portal, to which egress rules do not apply. */
  readonly isPlugin: boolean;
}

/** See the module header. */
export class GuardedHttp {
  readonly egress: EgressPolicy;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly #plugins: PluginEndpoints;
  readonly #guarded: Agent;
  readonly #direct = new Agent();

  constructor(options: GuardedHttpOptions) {
    this.#plugins = options.plugins;
    this.egress = new EgressPolicy(options.egress);
    this.timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.maxAnswerBytes = options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES;
    this.#guarded = new Agent({ connect: { lookup: this.egress.lookup } });
  }

  /** Connects to allowed addresses only. */
  get dispatcher(): Dispatcher {
    return this.#guarded;
  }

  /** The answer, read to its end; of whichever status. */
  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const response = await this.open(request, signal);
    return readAnswer(response, this.maxAnswerBytes);
  }

  /** The answer, whose body the caller reads or cancels. */
  async open(request: HttpRequest, signal: AbortSignal): Promise<Response> {
    const destination = await this.#resolve(request);
    const headers = new Headers(request.headers);
    const { authorization } = destination;
    if (authorization) headers.set('authorization', authorization);
    let { url } = destination;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const isPlugin =
        destination.isPlugin && url.origin === destination.url.origin;
      if (!isPlugin) this.egress.requireAllowed(url);
      const { method, body } = request;
      const kept = isPlugin ? this.#direct : this.#guarded;
      const dispatcher = lastAsked(kept, request);
      const to = url;
      const response = await sendAgainWhereClosed({ method, headers }, () =>
        fetch(to, {
          ...{ method, headers, body, signal, dispatcher },
          redirect: 'manual',
        }),
      );
      const target = redirectTarget(response, url);
      if (!target || !request.followsRedirects) return response;
      await response.body?.cancel();
      if (target.origin !== url.origin) dropCredentials(headers);
      url = target;
    }
    throw standardError(
      'communication',
      `${request.uri} leads through more than ${MAX_REDIRECTS} redirects`,
    );
  }

  /** Closes connections that are kept for further calls, and those of calls that are under way. */
  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#direct.destroy()]);
  }

  async #resolve({ uri, authorization }: HttpRequest): Promise<Destination> {
    if (!URL.canParse(uri)) {
      throw standardError('configuration', `${uri} is not an absolute URI`);
    }
    const url = new URL(uri);
    if (url.protocol === 'plugin:') {
      return this.#resolvePlugin(url, authorization);
    }
    const given = takeUserInfo(url);
    return { url, authorization: authorization ?? given, isPlugin: false };
  }

  async #resolvePlugin(
    { host, pathname, search }: URL,
    authorization: string | undefined,
  ): Promise<Destination> {
    const { baseUrl, token } = await this.#plugins.resolve(host);
    return {
      url: new URL(`${baseUrl}${pathname}${search}`),
      authorization: authorization ?? (token && `Bearer ${token}`),
      isPlugin: true,
    };
  }
}

/** G4 */
function lastAsked(
  dispatcher: Dispatcher,
  { body, requireLease }: HttpRequest,
): Dispatcher {
  if (!requireLease) return dispatcher;
  const text = typeof body === 'string' ? body : undefined;
  return askingLast(dispatcher, requireLease, text);
}

/** Name and password of `https://name:password@host`, which are no part of what is requested. */
function takeUserInfo(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const userInfo = `${decodeURIComponent(url.username)}:${decodeURIComponent(
    url.password,
  )}`;
  url.username = '';
  url.password = '';
  return `Basic ${Buffer.from(userInfo).toString('base64')}`;
}

function redirectTarget(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || !location) {
    return undefined;
  }
  return URL.canParse(location, from.href)
    ? new URL(location, from)
    : undefined;
}

function dropCredentials(headers: Headers): void {
  headers.delete('authorization');
  headers.delete('cookie');
}
