import type {
  AuditorService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  orchestratorInstanceAdminViewPermission,
  orchestratorWorkflowManagePermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  systemClock,
  type DefinitionStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Engine } from '../createEngine';
import { AuditedOrchestratorService } from './AuditedOrchestratorService';
import { AuthorizedOrchestratorService } from './AuthorizedOrchestratorService';
import { CallerPermissions } from './CallerPermissions';
import { DefaultOrchestratorService } from './DefaultOrchestratorService';
import type { OrchestratorService } from './OrchestratorService';
import {
  orchestratorWorkflowResourceRef,
  workflowPermissionRules,
} from './workflowPermissionRules';

/** The service as callers get it: authorized and audited. Makes its permissions known to the portal. */
export function createOrchestratorService(
  engine: Engine,
  services: {
    readonly auditor: AuditorService;
    readonly permissions: PermissionsService;
    readonly permissionsRegistry: PermissionsRegistryService;
  },
): OrchestratorService {
  const { auditor, permissions, permissionsRegistry: registry } = services;
  registerPermissions(registry, engine.definitions);
  const unguarded = new DefaultOrchestratorService({
    ...engine,
    clock: systemClock,
  });
  const authorized = new AuthorizedOrchestratorService(
    unguarded,
    new CallerPermissions({ permissions, registry }),
  );
  return new AuditedOrchestratorService(authorized, auditor);
}

function registerPermissions(
  registry: PermissionsRegistryService,
  definitions: DefinitionStore,
) {
  registry.addResourceType({
    resourceRef: orchestratorWorkflowResourceRef,
    permissions: [
      orchestratorWorkflowPermission,
      orchestratorWorkflowUsePermission,
    ],
    rules: Object.values(workflowPermissionRules),
    getResources: async workflowIds => {
      const current = await definitions.listCurrent();
      const known = new Set(current.map(({ workflowId }) => workflowId));
      return workflowIds.map(workflowId =>
        known.has(workflowId) ? { workflowId } : undefined,
      );
    },
  });
  registry.addPermissions([
    orchestratorInstanceAdminViewPermission,
    orchestratorWorkflowManagePermission,
  ]);
}
