/** What the interpreter can ask of the world. Data, never closures: effects can be faked, audited, or handed to another engine. */
import type {
  CloudEvent,
  ErrorDetails,
  TimerPurpose,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  CallOutput,
  Expression,
  Json,
  JsonSchema,
  OAuth2ClientAuthentication,
  OAuth2Grant,
  ProcessReturn,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** What every effect has. @public */
export interface EffectBase {
  /** Unique in its instance, and the same at every replay. */
  readonly id: string;
  readonly taskKey: string;
}

/** A token to exchange. @public */
export interface OAuth2TokenRequestToken {
  readonly token: string;
  readonly type: string;
}

/** What a token is asked for with; all values are filled in. @public */
export interface OAuth2Request {
  readonly authority: string;
  readonly grant: OAuth2Grant;
  readonly endpoints: {
    readonly token: string;
    readonly revocation: string;
    readonly introspection: string;
  };
  readonly client?: {
    readonly id?: string;
    readonly secret?: string;
    readonly assertion?: string;
    readonly authentication: OAuth2ClientAuthentication;
  };
  readonly encoding: 'application/x-www-form-urlencoded' | 'application/json';
  readonly issuers: readonly string[];
  readonly scopes: readonly string[];
  readonly audiences: readonly string[];
  readonly username?: string;
  readonly password?: string;
  readonly subject?: OAuth2TokenRequestToken;
  readonly actor?: OAuth2TokenRequestToken;
}

/** How a call proves who it comes from, secrets filled in. Never recorded, never logged. @public */
export type Credentials =
  | {
      readonly scheme: 'basic' | 'digest';
      readonly username: string;
      readonly password: string;
    }
  | { readonly scheme: 'bearer'; readonly token: string }
  | { readonly scheme: 'oauth2' | 'oidc'; readonly request: OAuth2Request };

/** Something to fetch or to talk to. @public */
export interface ResourceRequest {
  /** Absolute: `http:`, `https:` or `plugin://<pluginId>/<path>`. */
  readonly uri: string;
  readonly authentication?: Credentials;
}

/** An HTTP request as a task asks for it. @public */
export interface HttpEffect extends EffectBase {
  readonly kind: 'http';
  readonly method: string;
  /** Absolute: `http:`, `https:` or `plugin://<pluginId>/<path>`. */
  readonly uri: string;
  readonly authentication?: Credentials;
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: Json };
  readonly body?: Json;
  readonly output: CallOutput;
  readonly redirect: boolean;
}

/** An operation of an OpenAPI document. @public */
export interface OpenApiEffect extends EffectBase {
  readonly kind: 'openapi';
  readonly document: ResourceRequest;
  readonly operationId: string;
  /** Values by parameter name; what no parameter takes is the body, unless there is a `body`. */
  readonly parameters: { readonly [name: string]: Json };
  readonly authentication?: Credentials;
  readonly output: CallOutput;
  readonly redirect: boolean;
}

/** A unary call of a gRPC method. @public */
export interface GrpcEffect extends EffectBase {
  readonly kind: 'grpc';
  readonly proto: ResourceRequest;
  readonly service: {
    readonly name: string;
    readonly host: string;
    readonly port?: number;
    readonly authentication?: Credentials;
  };
  readonly method: string;
  readonly arguments: { readonly [name: string]: Json };
}

/** One message to send or to receive over what an AsyncAPI document describes. @public */
export interface AsyncApiEffect extends EffectBase {
  readonly kind: 'asyncapi';
  readonly document: ResourceRequest;
  /** AsyncAPI 2. */
  readonly channel?: string;
  /** AsyncAPI 3. */
  readonly operation?: string;
  readonly server?: {
    readonly name: string;
    readonly variables: { readonly [name: string]: Json };
  };
  readonly protocol?: string;
  readonly authentication?: Credentials;
  readonly action:
    | {
        readonly kind: 'send';
        readonly payload: Json;
        readonly headers: { readonly [name: string]: Json };
      }
    | {
        /** The value is the next message, `{ payload, headers?, correlationId? }`. */
        readonly kind: 'receive';
        /** The same for all messages of one subscription: the connection is kept open for the next one. */
        readonly subscription: string;
      }
    | {
        /** The subscription is over: its connection can be closed. The value is `null`. */
        readonly kind: 'unsubscribe';
        readonly subscription: string;
      };
}

/** A request to an agent of the Agent2Agent protocol. @public */
export interface A2aEffect extends EffectBase {
  readonly kind: 'a2a';
  readonly agentCard?: ResourceRequest;
  readonly server?: ResourceRequest;
  readonly method: string;
  readonly parameters: Json;
}

/** A request to a server of the Model Context Protocol. @public */
export interface McpEffect extends EffectBase {
  readonly kind: 'mcp';
  readonly protocolVersion: string;
  readonly method: string;
  readonly parameters: Json;
  readonly timeoutMs?: number;
  readonly transport:
    | {
        readonly kind: 'http';
        readonly endpoint: ResourceRequest;
        readonly headers: { readonly [name: string]: string };
      }
    | {
        readonly kind: 'stdio';
        readonly command: string;
        readonly arguments: readonly string[];
        readonly environment: { readonly [name: string]: string };
      };
  readonly client: { readonly name: string; readonly version: string };
}

/** A function that the deployment offers. @public */
export interface FunctionEffect extends EffectBase {
  readonly kind: 'function';
  readonly name: string;
  readonly input: Json;
}

/** What processes have in common. @public */
export interface ProcessEffectBase extends EffectBase {
  readonly stdin?: string;
  readonly arguments: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly return: ProcessReturn;
  /** Nobody waits for its end: the value is `null` as soon as it has begun. */
  readonly isDetached?: boolean;
}

/** A script, run in a sandbox. @public */
export interface ScriptEffect extends ProcessEffectBase {
  readonly kind: 'script';
  readonly language: 'js' | 'python';
  readonly code: string | ResourceRequest;
}

/** A shell command. @public */
export interface ShellEffect extends ProcessEffectBase {
  readonly kind: 'shell';
  readonly command: string;
}

/** A container. @public */
export interface ContainerEffect extends ProcessEffectBase {
  readonly kind: 'container';
  readonly image: string;
  readonly name?: string;
  readonly command?: string;
  readonly ports: { readonly [host: string]: Json };
  readonly volumes: { readonly [host: string]: Json };
  readonly pullPolicy: 'always' | 'ifNotPresent' | 'never';
  readonly lifetime?: {
    readonly cleanup: 'always' | 'never' | 'eventually';
    readonly afterMs?: number;
  };
}

/** A document that the definition refers to. The value is the parsed document: JSON or YAML, else its text. @public */
export interface DocumentEffect extends Pick<EffectBase, 'id'> {
  readonly kind: 'document';
  /** Absent when it is the whole workflow that needs it. */
  readonly taskKey?: string;
  readonly resource: ResourceRequest;
}

/** An event to publish to all that listen. The value is `null`. @public */
export interface EmitEffect extends EffectBase {
  readonly kind: 'emit';
  readonly event: CloudEvent;
}

/** An instance to start. The value is its output, or its id when nobody waits for its end. @public */
export interface ChildEffect extends EffectBase {
  readonly kind: 'child';
  readonly workflowId: string;
  /** `latest`, or the version that must be the present one. */
  readonly version: string;
  readonly input: Json;
  readonly isAwaited: boolean;
}

/** Which events an instance waits for; all of it must hold. @public */
export interface EventExpectation {
  /** Attributes of a known value: the router finds listeners by these. */
  readonly literals: { readonly [attribute: string]: Json };
  /** Attributes that a regular expression must match in full. */
  readonly patterns: { readonly [attribute: string]: string };
  /** jq on the attribute's value (`data`: on the data), which must give `true`, or the attribute's value. */
  readonly expressions: { readonly [attribute: string]: Expression };
  /** jq on the event, and the value that it must give; without `expect`, any value. The router finds listeners by these, too. */
  readonly correlations: readonly {
    readonly name: string;
    readonly from: Expression;
    readonly expect?: Json;
  }[];
  /** What {@link EventExpectation.expressions} see, besides the attribute. */
  readonly variables: { readonly [name: string]: Json };
}

/** The next event that one of several expectations takes. The value is {@link ReceivedEvent}. @public */
export interface ListenEffect extends EffectBase {
  readonly kind: 'listen';
  /** Of none: any event. */
  readonly expectations: readonly EventExpectation[];
}

/** An event, and which expectation has taken it. @public */
export interface ReceivedEvent {
  readonly event: CloudEvent;
  /** Index in {@link ListenEffect.expectations}; 0 when there is none. */
  readonly expectation: number;
}

/** A decision to wait for: a task has failed, and nothing in the definition handles that. @public */
export interface GateEffect extends EffectBase {
  readonly kind: 'gate';
  /** JSON pointer of the task. */
  readonly pointer: string;
  readonly error: ErrorDetails;
}

/**
 * A question to people. The value is what they decide: `{ decision, by, comment?, data?, decidedAt, votes }`.
 *
 * @public
 */
export interface ApprovalEffect extends EffectBase {
  readonly kind: 'approval';
  /** What people and the API know it by. */
  readonly approvalId: string;
  readonly title: string;
  readonly description?: string;
  /** Entity refs of users and groups. */
  readonly approvers: readonly string[];
  /** The first lets it pass. */
  readonly decisions: readonly string[];
  /** How many people must decide for the first; any other decision is taken as soon as one has made it. */
  readonly required: number;
  readonly excludeInitiator: boolean;
  /** What is to be filled in. */
  readonly formSchema?: JsonSchema;
  /** When it is late, milliseconds since the epoch. */
  readonly dueAt?: number;
}

/** What a timer waits for, for people. @public */
export interface TimerDetails {
  readonly wait: {};
  readonly backoff: {
    readonly attempt: number;
    readonly of?: number;
    readonly error: ErrorDetails;
  };
  readonly timeout: {};
  readonly turn: {};
}

/** A point in time to wait for. @public */
export type TimerEffect = {
  [P in TimerPurpose]: {
    readonly kind: 'timer';
    readonly id: string;
    /** Absent when it is the whole workflow's. */
    readonly taskKey?: string;
    readonly purpose: P;
    /** Milliseconds since the epoch. */
    readonly until: number;
    readonly details: TimerDetails[P];
  };
}[TimerPurpose];

/** An effect that something outside the engine carries out. @public */
export type ActivityEffect =
  | HttpEffect
  | OpenApiEffect
  | GrpcEffect
  | AsyncApiEffect
  | A2aEffect
  | McpEffect
  | FunctionEffect
  | ScriptEffect
  | ShellEffect
  | ContainerEffect
  | DocumentEffect
  | EmitEffect;

/** All that the interpreter can ask of the world. @public */
export type Effect =
  | ActivityEffect
  | TimerEffect
  | ListenEffect
  | ApprovalEffect
  | ChildEffect
  | GateEffect;
