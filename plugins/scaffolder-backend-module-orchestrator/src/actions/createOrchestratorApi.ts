import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  OrchestratorApi,
  type TokenSource,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** What the actions need of the backend. @public */
export interface ActionServices {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
}

/** The API as the one who started the template; the token is renewed for each request of a long wait. @internal */
export function createOrchestratorApi(
  { auth, discovery }: ActionServices,
  initiator: BackstageCredentials,
): { readonly api: OrchestratorApi; readonly token: TokenSource } {
  const token = async () => {
    const issued = await auth.getPluginRequestToken({
      onBehalfOf: initiator,
      targetPluginId: 'orchestrator',
    });
    return issued.token;
  };
  return { api: new OrchestratorApi({ discoveryApi: discovery }), token };
}
