import type { Credentials } from '../../interpreter/DurableHost';
import type { GuardedHttp } from '../egress/GuardedHttp';
import { contentOf } from '../egress/readAnswer';
import { ask, noToken } from './requestToken';

const DISCOVERY = '/.well-known/openid-configuration';

/** Credentials that a token stands for. */
export type TokenCredentials = Extract<
  Credentials,
  { readonly scheme: 'oauth2' | 'oidc' }
>;

/** Where the authority gives tokens: at a path of its own, or as its discovery document says (OpenID Connect Discovery, 4). */
export async function tokenEndpoint(
  http: GuardedHttp,
  { scheme, request }: TokenCredentials,
  signal: AbortSignal,
): Promise<string> {
  const authority = request.authority.replace(/\/+$/, '');
  if (authority.endsWith(DISCOVERY)) return discover(http, authority, signal);
  if (scheme === 'oidc') {
    return discover(http, `${authority}${DISCOVERY}`, signal);
  }
  const { token } = request.endpoints;
  if (URL.canParse(token)) return token;
  return `${authority}/${token.replace(/^\/+/, '')}`;
}

async function discover(
  http: GuardedHttp,
  uri: string,
  signal: AbortSignal,
): Promise<string> {
  const request = { method: 'GET', uri, followsRedirects: true };
  const answer = await ask(uri, () => http.send(request, signal));
  if (answer.status !== 200) {
    throw noToken(uri, `it answered ${answer.status}`);
  }
  const content = contentOf(answer);
  const endpoint =
    content !== null && typeof content === 'object' && !Array.isArray(content)
      ? (content as { readonly token_endpoint?: unknown }).token_endpoint
      : undefined;
  if (typeof endpoint === 'string') return endpoint;
  throw noToken(uri, 'it names no token_endpoint');
}
