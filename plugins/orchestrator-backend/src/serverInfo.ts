import {
  openApiSpec,
  type components,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { BEHAVIOUR_VERSION } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { version } from '../package.json';
import type { OrchestratorConfig } from './readConfig';

/** Values up to this size stand in events themselves. */
const INLINE_BYTES = 4096;

/** What this server is, for those who talk to it. */
export function serverInfo(
  { maxBodyBytes }: OrchestratorConfig,
  database: 'sqlite' | 'postgres',
): components['schemas']['ServerInfo'] {
  return {
    name: 'orchestrator',
    version,
    api: { version: openApiSpec.info.version },
    runtime: {
      name: 'embedded',
      behaviourVersion: BEHAVIOUR_VERSION,
      database,
    },
    languages: [
      {
        name: 'serverless-workflow',
        versions: ['1.0.0', '1.0.1', '1.0.2', '1.0.3'],
      },
    ],
    capabilities: ['dry-run', 'events', 'live-events', 'retry'],
    limits: { maxBodyBytes, inlineBytes: INLINE_BYTES },
  };
}
