import type { JsonSchema } from './WorkflowDefinition';

/** What `run` can start beside workflows. @public */
export type ProcessCapability =
  | 'script:js'
  | 'script:python'
  | 'shell'
  | 'container';

/** A function that definitions can call by its name alone. @public */
export interface OfferedFunction {
  /** For people. */
  readonly title?: string;
  /** What it does, in a sentence. */
  readonly description?: string;
  /** What `with` must fit. */
  readonly inputSchema?: JsonSchema;
}

/**
 * What a deployment can do: a definition that needs more has a problem. An absent member allows everything.
 *
 * @public
 */
export interface Capabilities {
  /** Kinds of `call`, such as `grpc`. */
  readonly calls?: readonly string[];
  readonly processes?: readonly ProcessCapability[];
  /** Protocols of `call: asyncapi`. */
  readonly asyncapiProtocols?: readonly string[];
  readonly mcpTransports?: readonly ('http' | 'stdio')[];
  /** The default catalog, by name. */
  readonly functions?: ReadonlyMap<string, OfferedFunction>;
  /** Names of secrets that definitions may use. */
  readonly secrets?: readonly string[];
}
