import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  orchestratorApiRef,
  type OrchestratorClient,
} from '../api/OrchestratorClient';
import { orchestratorPlugin } from '../plugin';

/** Renders the portal with the plugin alone, at an address below `/orchestrator`, over the given API. */
export function renderOrchestrator(path: string, client: OrchestratorClient) {
  return renderTestApp({
    features: [orchestratorPlugin],
    initialRouteEntries: [`/orchestrator${path}`],
    apis: [[orchestratorApiRef, client]],
  });
}
