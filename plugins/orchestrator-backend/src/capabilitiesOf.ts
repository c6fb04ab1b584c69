import {
  approvalFunction,
  type Capabilities,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  ASYNCAPI_PROTOCOLS,
  type Activities,
  type OfferedFunctions,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { MeansConfig } from './readMeans';

/** What definitions may ask for, by what this deployment has the means for. Secrets may be added any time: all are allowed. */
export function capabilitiesOf(
  { kinds }: Activities,
  { mcp }: MeansConfig,
  functions: OfferedFunctions,
): Capabilities {
  const has = (kind: (typeof kinds)[number]) => kinds.includes(kind);
  return {
    calls: kinds,
    processes: [
      ...(has('script') ? (['script:js', 'script:python'] as const) : []),
      ...(has('shell') ? (['shell'] as const) : []),
      ...(has('container') ? (['container'] as const) : []),
    ],
    asyncapiProtocols: ASYNCAPI_PROTOCOLS,
    mcpTransports: mcp?.stdioCommands?.length ? ['http', 'stdio'] : ['http'],
    functions: new Map(
      [approvalFunction, ...functions.list()].map(one => [one.name, one]),
    ),
  };
}
