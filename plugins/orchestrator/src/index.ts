/**
 * The orchestrator's pages for a Backstage portal, in the new frontend system.
 *
 * @packageDocumentation
 */
export { orchestratorPlugin as default } from './plugin';
export {
  orchestratorApiRef,
  type OrchestratorClient,
} from './api/OrchestratorClient';
