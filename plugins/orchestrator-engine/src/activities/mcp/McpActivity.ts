import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { McpEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import { isObject, objectOr } from '../JsonObject';
import { JsonRpcHttp } from '../jsonRpc/JsonRpcHttp';
import { connectByHttp } from './connectByHttp';
import { connectByStdio } from './connectByStdio';
import type { McpConnection } from './McpConnection';

/** Which servers of the Model Context Protocol may be started. @public */
export interface McpOptions {
  /** Commands, as definitions write them. Default: none; servers are reached over HTTP. */
  readonly stdioCommands?: readonly string[];
}

/**
 * Talks to servers of the Model Context Protocol (DSL reference, "MCP Call"): initialises a session, makes the one request, and
 * ends the session. Over "Streamable HTTP"; over stdio with commands that the deployment allows.
 */
export class McpActivity implements ActivityExecutor<McpEffect> {
  readonly #http: AuthenticatedHttp;
  readonly #commands: readonly string[];

  constructor({
    http,
    stdioCommands = [],
  }: McpOptions & { http: AuthenticatedHttp }) {
    this.#http = http;
    this.#commands = stdioCommands;
  }

  async execute(
    effect: McpEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { timeoutMs = this.#http.guarded.timeoutMs } = effect;
    const target = effect.method;
    return carryOut({ target, timeoutMs }, context, async call => {
      const server = await this.#connect(effect, call);
      try {
        await initialise(server, effect);
        const value = await request(server, effect, call);
        return { outcome: { ok: true, value } };
      } finally {
        await server.close();
      }
    });
  }

  async #connect({ transport }: McpEffect, call: Call): Promise<McpConnection> {
    if (transport.kind === 'http') {
      const { endpoint: server, headers } = transport;
      const http = this.#http;
      return connectByHttp(new JsonRpcHttp({ http, server, headers, call }));
    }
    this.#requireAllowed(transport.command);
    const { maxAnswerBytes } = this.#http.guarded;
    return connectByStdio(transport, call, maxAnswerBytes);
  }

  #requireAllowed(command: string): void {
    if (this.#commands.includes(command)) return;
    throw standardError(
      'authorization',
      `The MCP server ${command} may not be started; add it to orchestrator.mcp.stdioCommands`,
    );
  }
}

async function initialise(
  server: McpConnection,
  { protocolVersion, client }: McpEffect,
): Promise<void> {
  const clientInfo = { name: client.name, version: client.version };
  const parameters = { protocolVersion, capabilities: {}, clientInfo };
  const agreed = await server.request('initialize', 'initialize', parameters);
  const { protocolVersion: version } = objectOr(agreed);
  if (typeof version === 'string') server.agreed(version);
  await server.notify('notifications/initialized');
}

async function request(
  server: McpConnection,
  { method, parameters }: McpEffect,
  { idempotencyKey }: Call,
): Promise<Json> {
  const given = isObject(parameters) ? parameters : {};
  return server.request(idempotencyKey, method, given);
}
