/**
 * What modules extend the orchestrator's backend with.
 *
 * @packageDocumentation
 */
export type {
  DefinitionFile,
  DefinitionSource,
  DefinitionSourceConnection,
} from './DefinitionSource';
export {
  orchestratorDefinitionSourcesExtensionPoint,
  type OrchestratorDefinitionSourcesExtensionPoint,
} from './orchestratorDefinitionSourcesExtensionPoint';
export {
  orchestratorFunctionsExtensionPoint,
  type OrchestratorFunctionsExtensionPoint,
} from './orchestratorFunctionsExtensionPoint';
export {
  orchestratorSecretsExtensionPoint,
  type OrchestratorSecretsExtensionPoint,
} from './orchestratorSecretsExtensionPoint';
export {
  readinessChecksServiceRef,
  type ReadinessCheck,
  type ReadinessChecks,
  type ReadinessReport,
} from './readinessChecksServiceRef';
