import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';

/** The type of resource that permissions on workflows are about; its refs are workflow ids. @public */
export const RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW = 'orchestrator-workflow';

/** The type of resource that permissions on instances are about; its refs are instance ids. @public */
export const RESOURCE_TYPE_ORCHESTRATOR_INSTANCE = 'orchestrator-instance';

/** Read a workflow, and the instances of it that one has started. @public */
export const orchestratorWorkflowPermission = createPermission({
  name: 'orchestrator.workflow',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_WORKFLOW,
});

/** Run a workflow, and act on the instances of it that one has started. @public */
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

/** See some of the instances that others started. @public */
export const orchestratorInstanceReadPermission = createPermission({
  name: 'orchestrator.instance.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
});

/** Act on some of the instances that others started. @public */
export const orchestratorInstanceActPermission = createPermission({
  name: 'orchestrator.instance.act',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ORCHESTRATOR_INSTANCE,
});

/** See all instances that others started, and act on them. @public */
export const orchestratorInstanceAdminViewPermission = createPermission({
  name: 'orchestrator.instanceAdminView',
  attributes: { action: 'read' },
});

/** See the values of instances that others started: what they and their tasks were given and gave. @public */
export const orchestratorWorkflowAdminViewPermission = createPermission({
  name: 'orchestrator.workflowAdminView',
  attributes: { action: 'read' },
});

/** All permissions of the orchestrator. @public */
export const orchestratorPermissions: readonly Permission[] = [
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
  orchestratorWorkflowManagePermission,
  orchestratorInstanceReadPermission,
  orchestratorInstanceActPermission,
  orchestratorInstanceAdminViewPermission,
  orchestratorWorkflowAdminViewPermission,
];
