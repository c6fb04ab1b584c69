import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { Headers, type Response } from 'undici';
import type { ResourceRequest } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import { idempotencyHeader } from '../http/idempotencyHeader';
import { readAnswer } from '../egress/readAnswer';
import { objectOr, type JsonObject } from '../JsonObject';
import { readMessages } from './readMessages';
import { rpcError } from './rpcError';

const JSON_RPC_ACCEPTED = 'application/json, text/event-stream';

/** Sends JSON-RPC 2.0 messages to one address. */
export class JsonRpcHttp {
  readonly #http: AuthenticatedHttp;
  readonly #server: ResourceRequest;
  readonly #call: Call;
  /** Sent with each message. */
  readonly headers: Headers;

  constructor(options: {
    http: AuthenticatedHttp;
    server: ResourceRequest;
    headers?: { readonly [name: string]: string };
    call: Call;
  }) {
    this.#http = options.http;
    this.#server = options.server;
    this.#call = options.call;
    options.call.secrets.addUserInfo(options.server.uri);
    this.headers = new Headers({
      ...idempotencyHeader(options.call),
      'content-type': 'application/json',
      accept: JSON_RPC_ACCEPTED,
    });
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      this.headers.set(name, value);
      options.call.secrets.addNamed(name, value);
    }
  }

  /**
   * The results that answer a request, as they come; requests and notices of the server are passed over.
   *
   * @param seen - is told of the answer before its results are read
   * @throws WorkflowError `runtime` for an error of JSON-RPC, `communication` for an answer that is none
   */
  async *results(
    id: string,
    method: string,
    params: Json,
    seen: (response: Response) => void = () => {},
  ): AsyncGenerator<Json> {
    const message = { jsonrpc: '2.0', id, method, params };
    const response = await this.#post(message);
    seen(response);
    const { maxAnswerBytes } = this.#http.guarded;
    for await (const answer of readMessages(response, maxAnswerBytes)) {
      if ('error' in answer) throw rpcError(method, answer);
      if ('result' in answer) yield answer.result;
    }
  }

  /** @throws WorkflowError `communication` when the answer ends without a result */
  async result(...request: Parameters<JsonRpcHttp['results']>): Promise<Json> {
    for await (const result of this.results(...request)) return result;
    const [, method] = request;
    throw standardError(
      'communication',
      `${method} of ${this.#address} ended without a result`,
    );
  }

  async notify(method: string): Promise<void> {
    const response = await this.#post({ jsonrpc: '2.0', method });
    await response.body?.cancel();
  }

  /** Tells the server that nothing more will come. */
  async end(): Promise<void> {
    const { uri, authentication } = this.#server;
    const request = { method: 'DELETE', uri, headers: this.headers };
    const answer = this.#http.open(request, authentication, this.#call);
    await (await answer).body?.cancel();
  }

  get #address(): string {
    return withoutUserInfo(this.#server.uri);
  }

  async #post(message: JsonObject): Promise<Response> {
    const { uri, authentication } = this.#server;
    const { headers } = this;
    const body = JSON.stringify(message);
    const request = { method: 'POST', uri, headers, body };
    const response = await this.#http.open(request, authentication, this.#call);
    if (!response.ok) throw await this.#refused(message, response);
    return response;
  }

  /** Some servers tell errors of JSON-RPC by a status as well. */
  async #refused({ method }: JsonObject, response: Response): Promise<Error> {
    const { bytes } = await readAnswer(
      response,
      this.#http.guarded.maxAnswerBytes,
    );
    const text = bytes.toString('utf8');
    const answer = text.includes('"jsonrpc"') ? errorIn(text) : undefined;
    if (answer) return rpcError(String(method), answer);
    const { status, statusText } = response;
    const said = this.#call.secrets.excerpt(text);
    return standardError(
      'communication',
      `${method} of ${this.#address} answered ${status} ${statusText}: ${said}`,
      status,
    );
  }
}

function errorIn(text: string): JsonObject | undefined {
  try {
    const answer = objectOr(JSON.parse(text));
    return 'error' in answer ? answer : undefined;
  } catch {
    return undefined; // told as it is
  }
}
