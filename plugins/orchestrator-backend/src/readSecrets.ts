import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SecretValues } from '@stagecraft/backstage-plugin-orchestrator-engine';

const KEY = 'orchestrator.secrets';

/**
 * The secrets of the configuration by name, as they are now.
 *
 * @throws InputError naming the key of what is no text: only texts are masked where they would show
 */
export function readSecrets(config: Config): SecretValues {
  const secrets = config.getOptionalConfig(KEY)?.get<SecretValues>() ?? {};
  requireTexts(secrets, KEY);
  return secrets;
}

function requireTexts(value: unknown, key: string): void {
  if (typeof value === 'string') return;
  if (typeof value !== 'object' || value === null) {
    throw new InputError(
      `${key} must be text, or an object of texts; put numbers in quotes`,
    );
  }
  for (const [name, member] of Object.entries(value)) {
    requireTexts(member, `${key}.${name}`);
  }
}
