import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** A way to a server of the Model Context Protocol. */
export interface McpConnection {
  /** @throws WorkflowError when the server refuses, or gives no result */
  request(id: string, method: string, parameters: Json): Promise<Json>;
  notify(method: string): Promise<void>;
  /** Called once server and client have agreed on a version. */
  agreed(protocolVersion: string): void;
  /** Never rejects. */
  close(): Promise<void>;
}
