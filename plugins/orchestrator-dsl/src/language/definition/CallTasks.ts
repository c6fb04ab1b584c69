/** The `call` tasks (DSL reference, "Call"), but for those that hold other tasks. */
import type {
  Authentication,
  Endpoint,
  ExternalResource,
} from './Authentication';
import type { TaskBase } from './TaskBase';
import type { Duration, Template } from './values';

/** What an HTTP-like call gives. @public */
export type CallOutput = 'raw' | 'content' | 'response';

/** `call: http`. @public */
export interface CallHttpTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'http';
  readonly with: {
    readonly method: Template;
    /** An RFC 6570 level 1 URI template over the task's input, or an expression. */
    readonly endpoint: Template;
    readonly authentication?: Authentication;
    readonly headers?: Template;
    readonly query?: Template;
    readonly body?: Template;
    readonly output: CallOutput;
    /** Whether a redirect is a result instead of an error. */
    readonly redirect: boolean;
  };
}

/** `call: openapi`. @public */
export interface CallOpenApiTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'openapi';
  readonly with: {
    readonly document: ExternalResource;
    readonly operationId: Template;
    /** An object of values by parameter name; what no parameter takes is the body. */
    readonly parameters?: Template;
    readonly authentication?: Authentication;
    readonly output: CallOutput;
    readonly redirect: boolean;
  };
}

/** `call: grpc`. @public */
export interface CallGrpcTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'grpc';
  readonly with: {
    readonly proto: ExternalResource;
    readonly service: {
      readonly name: Template;
      readonly host: Template;
      readonly port?: Template;
      readonly authentication?: Authentication;
    };
    readonly method: Template;
    readonly arguments?: Template;
  };
}

/** `call: a2a`. @public */
export interface CallA2aTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'a2a';
  readonly with: {
    readonly agentCard?: ExternalResource;
    readonly server?: Endpoint;
    readonly method: string;
    readonly parameters?: Template;
  };
}

/** `call: mcp`. @public */
export interface CallMcpTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'mcp';
  readonly with: {
    /** Default `2025-06-18`. */
    readonly protocolVersion: string;
    readonly method: string;
    readonly parameters?: Template;
    readonly timeout?: Duration;
    readonly transport:
      | {
          readonly kind: 'http';
          readonly endpoint: Endpoint;
          readonly headers?: Template;
          readonly options?: Template;
        }
      | {
          readonly kind: 'stdio';
          readonly command: Template;
          readonly arguments?: Template;
          readonly environment?: Template;
          readonly options?: Template;
        };
    readonly client: { readonly name: string; readonly version: string };
  };
}

/**
 * `call` of a function: one of `use.functions`, one of a catalog, or one that the deployment offers, in this order.
 *
 * @public
 */
export interface CallFunctionTask extends TaskBase {
  readonly kind: 'call';
  readonly call: 'function';
  readonly function:
    | { readonly kind: 'defined'; readonly name: string }
    | {
        /** A function definition at an address, or `name:version` in a catalog: then `uri` is where the catalog has it. */
        readonly kind: 'external';
        readonly name: string;
        readonly endpoint: Endpoint;
      }
    | { readonly kind: 'offered'; readonly name: string };
  /** The input of the function. */
  readonly with?: Template;
}
