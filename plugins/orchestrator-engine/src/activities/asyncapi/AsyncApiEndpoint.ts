import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { JsonObject } from '../JsonObject';

/**
 * Protocols of the language's AsyncAPI calls that this package speaks; each stands for its secure form, too.
 *
 * @public
 */
export const ASYNCAPI_PROTOCOLS = ['http', 'ws', 'mqtt', 'mqtt5'] as const;

/** One of {@link ASYNCAPI_PROTOCOLS}. */
export type AsyncApiProtocol = (typeof ASYNCAPI_PROTOCOLS)[number];

/** Where messages go, or come from. */
export interface AsyncApiEndpoint {
  readonly protocol: AsyncApiProtocol;
  /** Of the server. */
  readonly url: URL;
  /** Of the channel: a path, or a topic. */
  readonly address: string;
  /** Of HTTP. */
  readonly method: string;
  /** Where a message has its correlation id: a runtime expression of AsyncAPI. */
  readonly correlation?: string;
}

/** A message to send. */
export interface OutboundMessage {
  readonly payload: Json;
  readonly headers: JsonObject;
}

/** A message that has come (DSL reference, "AsyncAPI Inbound Message"). */
export interface InboundMessage {
  readonly payload: Json;
  readonly headers?: JsonObject;
  readonly correlationId?: string;
}

/** A connection to a server that stays open. */
export interface Connection {
  send(message: OutboundMessage): Promise<void>;
  /** @param onEnd - called once, when the server or the network ends it */
  receive(
    onMessage: (message: InboundMessage) => void,
    onEnd: (reason: string) => void,
  ): Promise<void>;
  close(): Promise<void>;
}
