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

/**
 * Talks to servers of the Model Context Protocol over its "Streamable HTTP" transport (DSL reference, "MCP Call"): initialises a
 * session, makes the one request, and ends the session.
 */
export class McpActivity implements ActivityExecutor<McpEffect> {
  constructor(private readonly http: AuthenticatedHttp) {}

  async execute(
    effect: McpEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { timeoutMs = this.http.guarded.timeoutMs } = effect;
    const target = effect.method;
    return carryOut({ target, timeoutMs }, context, async call => {
      const server = this.#connect(effect, call);
      await initialise(server, effect);
      try {
        const value = await request(server, effect, call);
        return { outcome: { ok: true, value } };
      } finally {
        await endSession(server);
      }
    });
  }

  #connect({ transport }: McpEffect, call: Call): JsonRpcHttp {
    if (transport.kind === 'http') {
      const { endpoint: server, headers } = transport;
      return new JsonRpcHttp({ http: this.http, server, headers, call });
    }
    throw standardError(
      'configuration',
      'This deployment talks to MCP servers over http only',
    );
  }
}

/** Agrees on a version, and keeps the session that the server gives. */
async function initialise(
  server: JsonRpcHttp,
  { protocolVersion, client }: McpEffect,
): Promise<void> {
  const clientInfo = { name: client.name, version: client.version };
  const parameters = { protocolVersion, capabilities: {}, clientInfo };
  let session: string | null = null;
  const agreed = await server.result(
    'initialize',
    'initialize',
    parameters,
    response => {
      session = response.headers.get('mcp-session-id');
    },
  );
  const { protocolVersion: version } = objectOr(agreed);
  if (typeof version === 'string') {
    server.headers.set('mcp-protocol-version', version);
  }
  if (session) server.headers.set('mcp-session-id', session);
  await server.notify('notifications/initialized');
}

async function request(
  server: JsonRpcHttp,
  { method, parameters }: McpEffect,
  { idempotencyKey }: Call,
): Promise<Json> {
  const given = isObject(parameters) ? parameters : {};
  return server.result(idempotencyKey, method, given);
}

/** A server may keep no sessions, or not let them be ended; the result is there in any case. */
async function endSession(server: JsonRpcHttp): Promise<void> {
  if (!server.headers.has('mcp-session-id')) return;
  await server.end().catch(() => undefined);
}
