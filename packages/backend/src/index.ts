import { createBackend } from '@backstage/backend-defaults';
import { rootHealthServiceFactory } from '@stagecraft/backstage-plugin-orchestrator-backend';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('./orchestratorApiEntity'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@stagecraft/backstage-plugin-orchestrator-backend'));
backend.add(rootHealthServiceFactory);
backend.add(
  import('@stagecraft/backstage-plugin-scaffolder-backend-module-orchestrator'),
);
backend.add(import('@stagecraft/backstage-plugin-example-flaky-backend'));

// A backend that stays without having started serves nobody, and nothing starts it again.
backend.start().catch(error => {
  process.stderr.write(`The backend cannot start. ${error.message}\n`);
  process.exit(1);
});
