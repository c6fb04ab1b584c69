import type {
  Endpoint,
  ExternalResource,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { credentialsOf } from './credentials';
import type { ResourceRequest } from './effects';
import { fillUri } from './fillUri';
import type { Evaluation } from './Run';

/** What to talk to at an endpoint. @throws as {@link fillUri} and {@link credentialsOf} */
export function endpointOf(
  { uri, authentication }: Endpoint,
  on: Evaluation,
): ResourceRequest {
  return {
    uri: fillUri(uri, on),
    ...(authentication && {
      authentication: credentialsOf(authentication, on),
    }),
  };
}

/** What to fetch for an external resource. @throws as {@link endpointOf} */
export function resourceOf(
  { endpoint }: ExternalResource,
  on: Evaluation,
): ResourceRequest {
  return endpointOf(endpoint, on);
}
