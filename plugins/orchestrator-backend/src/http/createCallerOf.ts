import type {
  AuthService,
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
    if (auth.isPrincipal(credentials, 'user')) {
      const ref = credentials.principal.userEntityRef;
      return { credentials, ref, kind: 'user', request };
    }
    if (auth.isPrincipal(credentials, 'service')) {
      const ref = credentials.principal.subject;
      return { credentials, ref, kind: 'service', request };
    }
    throw new AuthenticationError('Missing credentials');
  };
}
