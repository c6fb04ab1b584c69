import type {
  OAuth2Request,
  OAuth2TokenRequestToken,
} from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';

/** Parameters of a token request; what has several values is sent as often. */
export interface TokenParameters {
  readonly [name: string]: string | readonly string[];
}

/**
 * What the grant asks with (RFC 6749, RFC 8693).
 *
 * The language has no property for a code or a refresh token: both are given as `subject`.
 */
export function tokenParameters(request: OAuth2Request): TokenParameters {
  const { grant, scopes, audiences } = request;
  return {
    grant_type: grant,
    ...grantParameters(request),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    ...(audiences.length > 0 && { audience: audiences }),
  };
}

/** What asks for the next token by the refresh token that came with the last one. */
export function refreshParameters(
  { scopes }: OAuth2Request,
  refreshToken: string,
): TokenParameters {
  return {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  };
}

function grantParameters(request: OAuth2Request): TokenParameters {
  switch (request.grant) {
    case 'client_credentials':
      return {};
    case 'password':
      return {
        username: required(request, 'username'),
        password: required(request, 'password'),
      };
    case 'authorization_code':
      return { code: required(request, 'subject').token };
    case 'refresh_token':
      return { refresh_token: required(request, 'subject').token };
    default:
      return {
        ...exchanged('subject', required(request, 'subject')),
        ...(request.actor && exchanged('actor', request.actor)),
      };
  }
}

function exchanged(
  role: string,
  { token, type }: OAuth2TokenRequestToken,
): TokenParameters {
  return { [`${role}_token`]: token, [`${role}_token_type`]: type };
}

function required<K extends 'username' | 'password' | 'subject'>(
  request: OAuth2Request,
  name: K,
): NonNullable<OAuth2Request[K]> {
  const value = request[name];
  if (value) return value;
  throw standardError(
    'configuration',
    `The grant ${request.grant} needs \`${name}\``,
  );
}
