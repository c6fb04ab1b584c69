/**
 * The orchestrator's backend plugin: REST v2 and live events over the workflow engine.
 *
 * @packageDocumentation
 */
export { orchestratorPlugin as default } from './plugin';
export { rootHealthServiceFactory } from './health/rootHealthServiceFactory';
export {
  createOrchestratorInstanceConditionalDecision,
  orchestratorInstanceConditions,
  orchestratorInstanceResourceRef,
  type InstanceCondition,
  type InstanceResource,
} from './service/access/instancePermissionRules';
export {
  createOrchestratorWorkflowConditionalDecision,
  orchestratorWorkflowConditions,
  orchestratorWorkflowResourceRef,
  type WorkflowCondition,
  type WorkflowResource,
} from './service/access/workflowPermissionRules';
