import type { operations } from '@stagecraft/backstage-plugin-orchestrator-common';

/** Id of an operation of the API's contract. */
export type OperationId = keyof operations;

type JsonOf<T> = T extends { content: { 'application/json': infer Value } }
  ? Value
  : never;
type DeepReadonly<T> = T extends object
  ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;
/** What may be anything is sent as text. */
type Answer<T> = unknown extends T ? string : DeepReadonly<T>;
type AnswerOf<T> = T extends { content: { 'application/json': infer Value } }
  ? Answer<Value>
  : string;
type SuccessOf<R> = R[keyof R & (200 | 201 | 202)];
type Present<T> = T extends undefined ? never : T;

type ParametersOf<Operation, In extends 'path' | 'query'> = Operation extends {
  parameters: { [K in In]?: infer Given };
}
  ? Present<Given> extends never
    ? {}
    : Present<Given>
  : {};

/** What an operation takes and answers. */
export interface Endpoint<Operation> {
  readonly path: ParametersOf<Operation, 'path'>;
  readonly query: ParametersOf<Operation, 'query'>;
  readonly body: Operation extends { requestBody?: infer Body }
    ? JsonOf<Present<Body>>
    : never;
  readonly response: Operation extends { responses: infer Responses }
    ? [SuccessOf<Responses>] extends [never]
      ? undefined
      : AnswerOf<SuccessOf<Responses>>
    : never;
}
