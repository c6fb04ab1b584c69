import type {
  operations,
  paths,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** Id of an operation of the API's contract. */
export type OperationId = keyof operations;

type Values<T> = T[keyof T];
type JsonOf<T> = T extends { content: { 'application/json': infer Value } }
  ? Value
  : never;
type DeepReadonly<T> = T extends object
  ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;
/** The router takes objects and text only; `Boolean` is what it takes and `true` is. What may be anything is sent as text. */
type Answer<T> = unknown extends T
  ? string
  : T extends boolean
  ? Boolean
  : DeepReadonly<T>;
type AnswerOf<T> = T extends { content: { 'application/json': infer Value } }
  ? Answer<Value>
  : string;
type Present<T> = T extends undefined ? never : T;

type ParametersOf<Operation, In extends 'path' | 'query'> = Operation extends {
  parameters: { [K in In]?: infer Given };
}
  ? Present<Given> extends never
    ? {}
    : Present<Given>
  : {};

/** What the types of Backstage's router know of an operation. */
export interface Endpoint<Operation> {
  readonly path: ParametersOf<Operation, 'path'>;
  readonly query: ParametersOf<Operation, 'query'>;
  readonly body: Operation extends { requestBody?: infer Body }
    ? JsonOf<Present<Body>>
    : never;
  readonly response: Operation extends { responses: { 200: infer Success } }
    ? AnswerOf<Success>
    : never;
}

/** Verbs as OpenAPI has them, and as Backstage's router has them in its keys. */
type Verbs = { get: 'get'; post: 'post'; delete: '_delete' };

type Key = Values<{
  [Path in keyof paths & string]: Values<{
    [Verb in keyof Verbs]: paths[Path][Verb] extends object
      ? `#${Verbs[Verb]}|${Path}`
      : never;
  }>;
}>;

type OperationAt<K> = K extends `#${infer Verb}|${infer Path}`
  ? Path extends keyof paths
    ? Verb extends 'get' | 'post'
      ? paths[Path][Verb]
      : paths[Path]['delete']
    : never
  : never;

/** The contract's operations in the form that Backstage's router is typed by. */
export type OrchestratorEndpoints = {
  [K in Key]: Endpoint<OperationAt<K>>;
};
