import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SecretSource } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** Where a module says where workflows get their secrets from. @public */
export interface OrchestratorSecretsExtensionPoint {
  /**
   * Takes secrets from here instead of the configuration.
   *
   * @throws when there already is a source
   */
  setSecretSource(source: SecretSource): void;
}

/** Lets a module give workflows their secrets, e.g. from a vault. @public */
export const orchestratorSecretsExtensionPoint =
  createExtensionPoint<OrchestratorSecretsExtensionPoint>({
    id: 'orchestrator.secrets',
  });
