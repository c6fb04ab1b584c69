import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Answers one request. */
export type Answer = (
  request: ReceivedRequest,
  response: ServerResponse,
) => void;

/** Answers with a JSON value. */
export function json(value: unknown, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
  };
}

/** Answers with text. */
export function text(value: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(value);
  };
}

/** Answers with Backstage's error body. */
export function failure(
  statusCode: number,
  error: {
    readonly name: string;
    readonly message: string;
    readonly code?: string;
  },
): Answer {
  return (request, response) =>
    json(
      {
        error,
        request: { method: request.method, url: request.url },
        response: { statusCode },
      },
      statusCode,
    )(request, response);
}

const unexpected = failure(500, {
  name: 'Error',
  message: 'The test said nothing of this request',
});

async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    body: body ? JSON.parse(body) : undefined,
  };
}

/** A real HTTP server on this machine that answers as told and remembers what it was asked. */
export class LocalServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #answers: Answer[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const received = await receive(request);
      this.requests.push(received);
      const answer = this.#answers.shift() ?? unexpected;
      answer(received, response);
    });
  }

  static async start(): Promise<LocalServer> {
    const server = new LocalServer();
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Says how to answer the next requests, one each. */
  willAnswer(...answers: Answer[]) {
    this.#answers.push(...answers);
  }

  /** Drops what was said and not used. */
  forgetAnswers() {
    this.#answers.length = 0;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
