import type { Credentials } from '../../interpreter/DurableHost';
import type { Secrets } from '../secrets/Secrets';
import type { ApiKey } from './ApiOperation';
import type { ApiRequest } from './buildRequest';

/**
 * Puts a `bearer` token, or a `basic` password, where the document wants an API key. All other credentials, and these where
 * it wants none, are left for `Authorization`.
 */
export function withApiKey(
  request: ApiRequest,
  apiKey: ApiKey | undefined,
  credentials: Credentials | undefined,
  secrets: Secrets,
): { readonly request: ApiRequest; readonly credentials?: Credentials } {
  const key = keyOf(credentials);
  if (!apiKey || key === undefined) return { request, credentials };
  secrets.add(key);
  return { request: placed(request, apiKey, key) };
}

function keyOf(credentials: Credentials | undefined): string | undefined {
  switch (credentials?.scheme) {
    case 'bearer':
      return credentials.token;
    case 'basic':
      return credentials.password;
    default:
      return undefined;
  }
}

function placed(
  request: ApiRequest,
  { name, place }: ApiKey,
  key: string,
): ApiRequest {
  const { uri, headers } = request;
  switch (place) {
    case 'header':
      return { ...request, headers: { ...headers, [name]: key } };
    case 'cookie': {
      const cookies = [headers.cookie, `${name}=${encodeURIComponent(key)}`];
      const cookie = cookies.filter(Boolean).join('; ');
      return { ...request, headers: { ...headers, cookie } };
    }
    default: {
      const url = new URL(uri);
      url.searchParams.append(name, key);
      return { ...request, uri: url.href };
    }
  }
}
