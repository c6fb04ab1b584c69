import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { AnyRequest, Caller } from '../service/Caller';

/** Finds out who sends a request, by Backstage's own authentication. */
export function createCallerOf({
  auth,
  httpAuth,
}: {
  readonly auth: AuthService;
  readonly httpAuth: HttpAuthService;
}): (request: AnyRequest) => Promise<Caller> {
  return async request => {
    const credentials = await httpAuth.credentials(request);
    return { ...callerWith(auth, credentials), request };
  };
}

/** Finds out who has a token. */
export function createCallerWith({
  auth,
}: {
  readonly auth: AuthService;
}): (token: string) => Promise<Caller> {
  return async token => callerWith(auth, await auth.authenticate(token));
}

function callerWith(
  auth: AuthService,
  credentials: BackstageCredentials,
): Caller {
  if (auth.isPrincipal(credentials, 'user')) {
    const ref = credentials.principal.userEntityRef;
    return { credentials, ref, kind: 'user' };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    const ref = credentials.principal.subject;
    return { credentials, ref, kind: 'service' };
  }
  throw new AuthenticationError('Missing credentials');
}
