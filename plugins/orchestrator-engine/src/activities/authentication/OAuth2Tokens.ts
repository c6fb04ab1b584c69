/**
 * The tokens that calls carry: asked for when first needed, kept until they expire.
 *
 * T1 Requests of the same content share a token, and while one is being asked for they wait for the same answer.
 * T2 A token is not used in the last tenth of its life, at most half a minute before it expires.
 * T3 What is kept stays in this process.
 */
import { createHash } from 'node:crypto';
import type { Call } from '../Call';
import type { GuardedHttp } from '../egress/GuardedHttp';
import { requestToken, type AccessToken } from './requestToken';
import { tokenEndpoint, type TokenCredentials } from './tokenEndpoint';
import { refreshParameters, tokenParameters } from './tokenParameters';
import { untilAborted } from '../untilAborted';

/** For tokens whose authority does not say when they expire. */
const UNKNOWN_LIFETIME_MS = 5 * 60 * 1000;
const LARGEST_MARGIN_MS = 30 * 1000;
const ASKING_TIMEOUT_MS = 60 * 1000;
const MAX_KEPT = 1000;

interface KeptToken extends AccessToken {
  readonly usableUntil: number;
}

/** See the module header. */
export class OAuth2Tokens {
  readonly #http: GuardedHttp;
  readonly #now: () => number;
  readonly #kept = new Map<string, KeptToken>();
  readonly #asked = new Map<string, Promise<string>>();

  constructor(options: { http: GuardedHttp; now?: () => number }) {
    this.#http = options.http;
    this.#now = options.now ?? Date.now;
  }

  /** @throws WorkflowError `authentication` when there is no token to be had */
  async tokenFor(credentials: TokenCredentials, call: Call): Promise<string> {
    const key = keyOf(credentials);
    const kept = this.#kept.get(key);
    if (kept && kept.usableUntil > this.#now()) return kept.token;
    const asked = this.#asked.get(key) ?? this.#ask(key, credentials, call);
    return untilAborted(asked, call.signal);
  }

  /** Has the next call ask for another token, unless that has been done already. */
  drop(credentials: TokenCredentials, token: string): void {
    const key = keyOf(credentials);
    const kept = this.#kept.get(key);
    if (kept?.token === token) this.#kept.set(key, { ...kept, usableUntil: 0 });
  }

  /** Asks on behalf of all who wait: it goes on when the first of them has been cancelled. */
  #ask(
    key: string,
    credentials: TokenCredentials,
    { secrets }: Call,
  ): Promise<string> {
    const signal = AbortSignal.timeout(ASKING_TIMEOUT_MS);
    const asked = this.#obtain(credentials, this.#kept.get(key), {
      signal,
      secrets,
    })
      .then(token => this.#keep(key, token))
      .finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #obtain(
    credentials: TokenCredentials,
    last: KeptToken | undefined,
    call: Pick<Call, 'signal' | 'secrets'>,
  ): Promise<AccessToken> {
    const { request } = credentials;
    const endpoint = await tokenEndpoint(this.#http, credentials, call.signal);
    if (last?.refreshToken) {
      const parameters = refreshParameters(request, last.refreshToken);
      const asked = { endpoint, parameters, request };
      const refreshed = await requestToken(this.#http, asked, call).catch(
        () => undefined, // the grant itself may still give one, or says why not
      );
      if (refreshed) return { refreshToken: last.refreshToken, ...refreshed };
    }
    const parameters = tokenParameters(request);
    return requestToken(this.#http, { endpoint, parameters, request }, call);
  }

  #keep(key: string, token: AccessToken): string {
    const { lifetimeMs = UNKNOWN_LIFETIME_MS } = token;
    const margin = Math.min(lifetimeMs / 10, LARGEST_MARGIN_MS);
    this.#kept.delete(key);
    this.#kept.set(key, {
      ...token,
      usableUntil: this.#now() + lifetimeMs - margin,
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(oldest);
    return token.token;
  }
}

/** A digest: the map holds no secrets as its keys. */
function keyOf(credentials: TokenCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify(credentials))
    .digest('base64');
}
