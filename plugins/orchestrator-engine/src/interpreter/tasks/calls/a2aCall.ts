import type { CallA2aTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { A2aEffect } from '../../effects';
import { fill } from '../../expressions';
import { endpointOf, resourceOf } from '../../resources';
import type { CallEffect } from './CallEffect';

/** DSL reference, "A2A Call". */
export const a2aCall: CallEffect<CallA2aTask, A2aEffect> = (
  { with: { agentCard, server, method, parameters = {} } },
  { base, on },
) => ({
  ...base,
  kind: 'a2a',
  ...(agentCard && { agentCard: resourceOf(agentCard, on) }),
  ...(server && { server: endpointOf(server, on) }),
  method,
  parameters: fill(parameters, on),
});
