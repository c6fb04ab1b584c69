import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';

/** The type of resource that permissions on workflows are about; its refs are workflow ids. @public */
export const RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW = 'orchestrator-workflow';

/** Read a workflow and its instances. @public */
export const orchestratorWorkflowPermission = createPermission({
  name: 'orchestrator.workflow',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
});

/** Run a workflow, and act on its instances. @public */
export const orchestratorWorkflowUsePermission = createPermission({
  name: 'orchestrator.workflow.use',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
});

/** Create, change and delete workflows. @public */
export const orchestratorWorkflowManagePermission = createPermission({
  name: 'orchestrator.workflow.manage',
  attributes: { action: 'update' },
});

/** See the instances that others started. @public */
export const orchestratorInstanceAdminViewPermission = createPermission({
  name: 'orchestrator.instanceAdminView',
  attributes: { action: 'read' },
});

/** All permissions of the orchestrator. @public */
export const orchestratorPermissions: readonly Permission[] = [
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
  orchestratorWorkflowManagePermission,
  orchestratorInstanceAdminViewPermission,
];
