import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { ApiEntityV1alpha1 } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';

const location = 'orchestrator:openapi.json';

/** The orchestrator's API as an entity of the catalog, so that the portal shows its documentation and lets people try it out. */
export function orchestratorApiEntity(backendUrl: string): ApiEntityV1alpha1 {
  const servers = [{ url: `${backendUrl}/api/orchestrator` }];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'orchestrator',
      title: 'Orchestrator',
      description: openApiSpec.info.title,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'platform',
      definition: JSON.stringify({ ...openApiSpec, servers }),
    },
  };
}

class OrchestratorApiProvider implements EntityProvider {
  constructor(private readonly backendUrl: string) {}

  getProviderName(): string {
    return 'orchestrator-api';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const entity = orchestratorApiEntity(this.backendUrl);
    await connection.applyMutation({
      type: 'full',
      entities: [{ entity, locationKey: this.getProviderName() }],
    });
  }
}

/** Puts {@link orchestratorApiEntity} into the catalog. */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'orchestrator-api',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const backendUrl = config.getString('backend.baseUrl');
        catalog.addEntityProvider(new OrchestratorApiProvider(backendUrl));
      },
    });
  },
});
