import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  orchestratorInstanceActPermission,
  orchestratorInstanceAdminViewPermission,
  orchestratorInstanceReadPermission,
  orchestratorWorkflowAdminViewPermission,
  orchestratorWorkflowManagePermission,
  orchestratorWorkflowPermission,
  orchestratorWorkflowUsePermission,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  systemClock,
  type DefinitionStore,
  type InstanceReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { CallerPermissions } from './CallerPermissions';
import { CatalogOwnership } from './CatalogOwnership';
import type { EntityOwnership } from './EntityOwnership';
import {
  instancePermissionRules,
  orchestratorInstanceResourceRef,
  type InstanceResource,
} from './instancePermissionRules';
import {
  orchestratorWorkflowResourceRef,
  workflowPermissionRules,
} from './workflowPermissionRules';

/** What callers may do, by the portal's policy. Makes the orchestrator's permissions and rules known to the portal. */
export function createCallerPermissions(
  engine: {
    readonly definitions: DefinitionStore;
    readonly reader: InstanceReader;
  },
  services: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly logger: LoggerService;
    readonly permissions: PermissionsService;
    readonly permissionsRegistry: PermissionsRegistryService;
  },
): CallerPermissions {
  const { permissions, permissionsRegistry: registry } = services;
  const ownership = new CatalogOwnership({ ...services, clock: systemClock });
  registerOnWorkflows(registry, engine.definitions);
  registerOnInstances(registry, engine.reader, ownership);
  registry.addPermissions([
    orchestratorInstanceAdminViewPermission,
    orchestratorWorkflowAdminViewPermission,
    orchestratorWorkflowManagePermission,
  ]);
  return new CallerPermissions({ permissions, registry, ownership });
}

function registerOnWorkflows(
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
}

function registerOnInstances(
  registry: PermissionsRegistryService,
  reader: InstanceReader,
  ownership: EntityOwnership,
) {
  registry.addResourceType({
    resourceRef: orchestratorInstanceResourceRef,
    permissions: [
      orchestratorInstanceReadPermission,
      orchestratorInstanceActPermission,
    ],
    rules: Object.values(instancePermissionRules),
    getResources: ids => instanceResources(ids, reader, ownership),
  });
}

async function instanceResources(
  ids: readonly string[],
  reader: InstanceReader,
  ownership: EntityOwnership,
): Promise<(InstanceResource | undefined)[]> {
  const instances = await Promise.all(ids.map(id => reader.get(id)));
  const targets = instances.flatMap(instance => instance?.targetEntity ?? []);
  const owners = await ownership.ownersOf([...new Set(targets)]);
  return instances.map(
    instance =>
      instance && {
        workflowId: instance.workflowId,
        initiator: instance.initiator,
        targetEntity: instance.targetEntity,
        owners: owners.get(instance.targetEntity ?? '') ?? [],
      },
  );
}
