import { ConflictError } from '@backstage/errors';
import type {
  SecretSource,
  SecretValues,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { OrchestratorSecretsExtensionPoint } from '@stagecraft/backstage-plugin-orchestrator-node';

/** Secrets from where a module says, else from the configuration. */
export class ChosenSecretSource
  implements OrchestratorSecretsExtensionPoint, SecretSource
{
  #added: SecretSource | undefined;
  #configured: () => SecretValues = () => ({});

  setSecretSource(source: SecretSource): void {
    if (this.#added) {
      throw new ConflictError(
        'There are two modules that say where secrets of workflows come from',
      );
    }
    this.#added = source;
  }

  /** What to give when no module has a say, as it is then. */
  fallBackOn(configured: () => SecretValues): void {
    this.#configured = configured;
  }

  async secretsFor(
    request: Parameters<SecretSource['secretsFor']>[0],
  ): Promise<SecretValues> {
    return this.#added?.secretsFor(request) ?? this.#configured();
  }
}
