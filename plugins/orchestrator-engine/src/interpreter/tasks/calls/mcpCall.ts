import type { CallMcpTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from '../../durations';
import type { McpEffect } from '../../effects';
import { fill } from '../../expressions';
import { fillText, fillTextMap, fillTexts } from '../../fillAs';
import { endpointOf } from '../../resources';
import type { Evaluation } from '../../Run';
import type { CallEffect } from './CallEffect';

/** DSL reference, "MCP Call". */
export const mcpCall: CallEffect<CallMcpTask, McpEffect> = (
  { with: request },
  { base, on },
) => ({
  ...base,
  kind: 'mcp',
  protocolVersion: request.protocolVersion,
  method: request.method,
  parameters: fill(request.parameters ?? {}, on),
  ...(request.timeout && { timeoutMs: millisecondsOf(request.timeout, on) }),
  transport: transportOf(request.transport, on),
  client: request.client,
});

function transportOf(
  transport: CallMcpTask['with']['transport'],
  on: Evaluation,
): McpEffect['transport'] {
  if (transport.kind === 'http') {
    return {
      kind: 'http',
      endpoint: endpointOf(transport.endpoint, on),
      headers: fillTextMap(transport.headers, on, 'headers'),
    };
  }
  return {
    kind: 'stdio',
    command: fillText(transport.command, on, 'command'),
    arguments: fillTexts(transport.arguments, on, 'arguments'),
    environment: fillTextMap(transport.environment, on, 'environment'),
  };
}
