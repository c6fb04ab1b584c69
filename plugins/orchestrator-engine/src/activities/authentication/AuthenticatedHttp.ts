import { Headers, type Response } from 'undici';
import type { Credentials } from '../../interpreter/DurableHost';
import type { Call } from '../Call';
import type { GuardedHttp, HttpRequest } from '../egress/GuardedHttp';
import { readAnswer, type HttpAnswer } from '../egress/readAnswer';
import { answerDigestChallenge } from './digest';
import { OAuth2Tokens } from './OAuth2Tokens';
import type { TokenCredentials } from './tokenEndpoint';

/** Sends requests as credentials say (DSL reference, "Authentication"). */
export class AuthenticatedHttp {
  readonly guarded: GuardedHttp;
  readonly #tokens: OAuth2Tokens;

  constructor(options: { http: GuardedHttp; now?: () => number }) {
    this.guarded = options.http;
    this.#tokens = new OAuth2Tokens(options);
  }

  /** The answer, read to its end; of whichever status. */
  async send(
    request: HttpRequest,
    credentials: Credentials | undefined,
    call: Call,
  ): Promise<HttpAnswer> {
    const response = await this.open(request, credentials, call);
    return readAnswer(response, this.guarded.maxAnswerBytes);
  }

  /** The answer, whose body the caller reads or cancels. */
  async open(
    asked: HttpRequest,
    credentials: Credentials | undefined,
    call: Call,
  ): Promise<Response> {
    const { requireLease } = call;
    const headers = withTraceparent(asked.headers, call);
    const request = { ...asked, headers, requireLease };
    if (!credentials) return this.guarded.open(request, call.signal);
    switch (credentials.scheme) {
      case 'digest':
        call.secrets.addCredentials(credentials);
        return this.#openByDigest(request, credentials, call);
      case 'oauth2':
      case 'oidc':
        return this.#openByToken(request, credentials, call);
      default: {
        const authorization = await this.authorizationOf(credentials, call);
        return this.guarded.open({ ...request, authorization }, call.signal);
      }
    }
  }

  /**
   * The value of `Authorization`, for protocols that carry it elsewhere than in an HTTP request.
   *
   * @returns `undefined` for `digest`, which answers a challenge
   */
  async authorizationOf(
    credentials: Credentials,
    call: Call,
  ): Promise<string | undefined> {
    call.secrets.addCredentials(credentials);
    switch (credentials.scheme) {
      case 'basic': {
        const { username, password } = credentials;
        const pair = Buffer.from(`${username}:${password}`).toString('base64');
        call.secrets.add(pair);
        return `Basic ${pair}`;
      }
      case 'bearer':
        return `Bearer ${credentials.token}`;
      case 'digest':
        return undefined;
      default: {
        const token = await this.#tokens.tokenFor(credentials, call);
        call.secrets.add(token);
        return `Bearer ${token}`;
      }
    }
  }

  /** A token that is refused is dropped, and the request sent once more with a new one. */
  async #openByToken(
    request: HttpRequest,
    credentials: TokenCredentials,
    call: Call,
  ): Promise<Response> {
    const authorization = await this.authorizationOf(credentials, call);
    const first = { ...request, authorization };
    const response = await this.guarded.open(first, call.signal);
    if (response.status !== 401) return response;
    await response.body?.cancel();
    this.#tokens.drop(credentials, String(authorization).slice(7));
    const renewed = await this.authorizationOf(credentials, call);
    const second = { ...request, authorization: renewed };
    return this.guarded.open(second, call.signal);
  }

  async #openByDigest(
    request: HttpRequest,
    {
      username,
      password,
    }: Extract<Credentials, { scheme: 'basic' | 'digest' }>,
    call: Call,
  ): Promise<Response> {
    const response = await this.guarded.open(request, call.signal);
    const challenge = response.headers.get('www-authenticate');
    if (response.status !== 401 || !challenge) return response;
    const { pathname, search } = new URL(response.url);
    const authorization = answerDigestChallenge(challenge, {
      method: request.method,
      target: `${pathname}${search}`,
      username,
      password,
    });
    if (!authorization) return response;
    await response.body?.cancel();
    return this.guarded.open({ ...request, authorization }, call.signal);
  }
}

/** Tells who is called which trace it belongs to, unless the definition says so. */
function withTraceparent(
  given: Headers | undefined,
  { traceparent }: Call,
): Headers | undefined {
  if (traceparent === undefined || given?.has('traceparent')) return given;
  const headers = new Headers(given);
  headers.set('traceparent', traceparent);
  return headers;
}
