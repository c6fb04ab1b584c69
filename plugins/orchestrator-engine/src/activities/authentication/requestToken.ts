import { decodeJwt } from 'jose';
import { Headers } from 'undici';
import type { OAuth2Request } from '../../interpreter/DurableHost';
import { standardError, WorkflowError } from '../../interpreter/WorkflowError';
import type { Call } from '../Call';
import { reasonOf } from '../carryOut';
import type { GuardedHttp } from '../egress/GuardedHttp';
import { contentOf, type HttpAnswer } from '../egress/readAnswer';
import { authenticateClient } from './authenticateClient';
import type { TokenParameters } from './tokenParameters';

/** A token, and how long it is good for. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds; absent when the authority does not say. */
  readonly lifetimeMs?: number;
  /** Gets the next one. */
  readonly refreshToken?: string;
}

/** Where a token is asked for, and with what. */
export interface TokenRequest {
  readonly endpoint: string;
  readonly parameters: TokenParameters;
  readonly request: OAuth2Request;
}

/**
 * Asks an authority for a token.
 *
 * @throws WorkflowError `authentication` when there is none to be had
 */
export async function requestToken(
  http: GuardedHttp,
  { endpoint, parameters, request }: TokenRequest,
  call: Pick<Call, 'signal' | 'secrets'>,
): Promise<AccessToken> {
  const proof = await authenticateClient(request.client, endpoint);
  const { authorization } = proof;
  const all = { ...parameters, ...proof.parameters };
  const answer = await ask(endpoint, () =>
    http.send(
      {
        method: 'POST',
        uri: endpoint,
        headers: new Headers({
          accept: 'application/json',
          'content-type': request.encoding,
          ...(authorization && { authorization }),
        }),
        body: encoded(all, request.encoding),
      },
      call.signal,
    ),
  );
  return accessTokenOf(endpoint, answer, request);
}

/** Names the authority in whatever goes wrong on the way to it. */
export async function ask(
  endpoint: string,
  send: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof WorkflowError) throw error;
    throw noToken(endpoint, reasonOf(error));
  }
}

/** An `authentication` error that says why. */
export function noToken(endpoint: string, reason: string): WorkflowError {
  return standardError(
    'authentication',
    `No token from ${endpoint}: ${reason}`,
  );
}

function encoded(
  parameters: TokenParameters,
  encoding: OAuth2Request['encoding'],
): string {
  if (encoding === 'application/json') return JSON.stringify(parameters);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form.toString();
}

function accessTokenOf(
  endpoint: string,
  answer: HttpAnswer,
  { issuers }: OAuth2Request,
): AccessToken {
  const content = membersOf(answer);
  const { status } = answer;
  if (status < 200 || status >= 300) {
    const said = [content.error, content.error_description].filter(isText);
    throw noToken(endpoint, [`it answered ${status}`, ...said].join(': '));
  }
  const { access_token: token, expires_in: seconds } = content;
  if (!isText(token)) throw noToken(endpoint, 'its answer has no access_token');
  const claims = claimsOf(token);
  requireIssuer(endpoint, claims?.iss, issuers);
  return {
    token,
    lifetimeMs: Number(seconds) > 0 ? Number(seconds) * 1000 : undefined,
    ...(isText(content.refresh_token) && {
      refreshToken: content.refresh_token,
    }),
  };
}

function membersOf(answer: HttpAnswer): { readonly [name: string]: unknown } {
  const content = contentOf(answer);
  return content !== null && typeof content === 'object'
    ? (content as { readonly [name: string]: unknown })
    : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** What a JWT states, `undefined` of other tokens. It comes from the authority itself, so its signature need not be checked. */
function claimsOf(token: string): { readonly iss?: string } | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined; // an opaque token states nothing
  }
}

function requireIssuer(
  endpoint: string,
  issuer: string | undefined,
  allowed: readonly string[],
): void {
  if (issuer === undefined || allowed.length === 0) return;
  if (allowed.includes(issuer)) return;
  throw noToken(
    endpoint,
    `its issuer is ${issuer}, not one of ${allowed.join(', ')}`,
  );
}
