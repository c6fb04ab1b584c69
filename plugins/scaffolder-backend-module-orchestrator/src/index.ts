/**
 * Scaffolder actions that run orchestrator workflows.
 *
 * @packageDocumentation
 */
export { scaffolderModuleOrchestrator as default } from './module';
export { createRunWorkflowAction } from './actions/createRunWorkflowAction';
export { createGetParamsAction } from './actions/createGetParamsAction';
export type { ActionServices } from './actions/createOrchestratorApi';
export {
  OrchestratorRefusedError,
  WorkflowRunAbandonedError,
  WorkflowRunFailedError,
  WorkflowRunTimeoutError,
} from './errors';
