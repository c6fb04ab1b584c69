import {
  openApiSpec,
  type components,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Capabilities } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { BEHAVIOUR_VERSION } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { version } from '../package.json';
import type { OrchestratorConfig } from './readConfig';

/** Values up to this size stand in events themselves. */
const INLINE_BYTES = 4096;

/** What this server is, for those who talk to it. */
export function serverInfo(
  { maxBodyBytes, cipher }: Pick<OrchestratorConfig, 'maxBodyBytes' | 'cipher'>,
  engine: {
    readonly database: 'sqlite' | 'postgres';
    readonly capabilities: Capabilities;
  },
): components['schemas']['ServerInfo'] {
  return {
    name: 'orchestrator',
    version,
    api: { version: openApiSpec.info.version },
    runtime: {
      name: 'embedded',
      behaviourVersion: BEHAVIOUR_VERSION,
      database: engine.database,
    },
    languages: [
      {
        name: 'serverless-workflow',
        versions: ['1.0.0', '1.0.1', '1.0.2', '1.0.3'],
      },
    ],
    capabilities: [
      ...namesOf(engine.capabilities),
      ...(cipher ? ['auth-tokens'] : []),
    ],
    limits: { maxBodyBytes, inlineBytes: INLINE_BYTES },
  };
}

/** What definitions may ask for here, each by what it is for: `call:grpc`, `run:shell`, `asyncapi:mqtt`, `mcp:stdio`. */
function namesOf({
  calls = [],
  processes = [],
  asyncapiProtocols = [],
  mcpTransports = [],
}: Capabilities): readonly string[] {
  return [
    ...calls.filter(isCall).map(kind => `call:${kind}`),
    ...processes.map(kind => `run:${kind}`),
    ...asyncapiProtocols.map(protocol => `asyncapi:${protocol}`),
    ...mcpTransports.map(transport => `mcp:${transport}`),
  ];
}

/** Documents are read for calls; processes are named by themselves. */
function isCall(kind: string): boolean {
  return !['document', 'script', 'shell', 'container'].includes(kind);
}
