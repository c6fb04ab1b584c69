import type { JsonRpcHttp } from '../jsonRpc/JsonRpcHttp';
import type { McpConnection } from './McpConnection';

/** The transport "Streamable HTTP": what the server says of session and version goes along with each further message. */
export function connectByHttp(server: JsonRpcHttp): McpConnection {
  return {
    request: (id, method, parameters) =>
      server.result(id, method, parameters, ({ headers }) => {
        const session = headers.get('mcp-session-id');
        if (session) server.headers.set('mcp-session-id', session);
      }),
    notify: method => server.notify(method),
    agreed(version) {
      server.headers.set('mcp-protocol-version', version);
    },
    /** A server may keep no sessions, or not let them be ended; the result is there in any case. */
    async close() {
      if (!server.headers.has('mcp-session-id')) return;
      await server.end().catch(() => undefined);
    },
  };
}
