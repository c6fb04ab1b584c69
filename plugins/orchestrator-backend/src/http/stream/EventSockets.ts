/**
 * Live streams over WebSockets: the streams of many instances, for clients that prefer them to server-sent events.
 *
 * The root server of the backend is not a plugin's to build, so it is found by the first request that comes to the plugin.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
} from '@backstage/errors';
import type { RequestHandler } from 'express';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Caller } from '../../service/Caller';
import { openEventsStream, type EventsStreamContext } from './openEventsStream';
import { readSocketQuery } from './readSocketQuery';
import { WebSocketSink } from './WebSocketSink';

/** Where clients connect to, below the plugin's path. */
export const SOCKET_PATH = '/v2/events/ws';

/** The protocol that is spoken; beside it browsers offer their token, which they can give in no other way. */
export const SOCKET_PROTOCOL = 'orchestrator.v2';

/** @see {@link EventSockets} */
export interface EventSocketsOptions extends EventsStreamContext {
  /** Who has the token. */
  readonly callerWith: (token: string) => Promise<Caller>;
  readonly logger: LoggerService;
}

/** See the module header. */
export class EventSockets {
  readonly #options: EventSocketsOptions;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    handleProtocols: offered =>
      offered.has(SOCKET_PROTOCOL) ? SOCKET_PROTOCOL : false,
  });
  #server: Server | undefined;

  constructor(options: EventSocketsOptions) {
    this.#options = options;
  }

  /** Finds the server. A WebSocket that is asked for before any request was made is answered when it comes again. */
  readonly attach: RequestHandler = (req, res, next) => {
    const server = serverOf(req);
    if (server && this.#server !== server) {
      this.#server = server;
      this.#listen(server, `${req.baseUrl}${SOCKET_PATH}`);
    }
    if (req.path !== SOCKET_PATH) next();
    else if (req.headers.upgrade) {
      res.set('Retry-After', '1').status(503).end();
    } else res.set('Upgrade', 'websocket').status(426).end();
  };

  #listen(server: Server, path: string) {
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '', 'http://server');
      if (url.pathname !== path) return;
      void this.#accept(request, socket, head, url.searchParams);
    });
  }

  async #accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    params: URLSearchParams,
  ) {
    try {
      const query = readSocketQuery(params);
      const caller = await this.#options.callerWith(tokenOf(request));
      await this.#options.feeds.open({}, caller);
      this.#sockets.handleUpgrade(request, socket, head, connection => {
        void this.#serve(connection, caller, query);
      });
    } catch (error) {
      refuse(socket, error);
    }
  }

  async #serve(
    socket: WebSocket,
    caller: Caller,
    query: ReturnType<typeof readSocketQuery>,
  ) {
    const { streams, logger } = this.#options;
    const { after } = query;
    const createSink = () => new WebSocketSink(socket, streams.settings);
    try {
      const request = { caller, query, after, createSink };
      const stream = await openEventsStream(this.#options, request);
      socket.once('close', () => stream.leave('gone'));
      socket.on('error', () => stream.leave('gone'));
      await streams.run(stream);
    } catch (error) {
      logger.warn(`A stream of events broke: ${error}`);
      socket.close(1011);
    }
  }
}

function serverOf({ socket }: IncomingMessage): Server | undefined {
  return 'server' in socket ? (socket.server as Server) : undefined;
}

/** From the header that programs send, or from among the protocols that a browser offers. */
function tokenOf({ headers }: IncomingMessage): string {
  const [, bearer] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
  const offered = headers['sec-websocket-protocol']?.split(',') ?? [];
  const token =
    bearer ??
    offered.map(text => text.trim()).find(text => text !== SOCKET_PROTOCOL);
  if (token) return token;
  throw new AuthenticationError('Missing credentials');
}

/** Before the connection is one the answer is one of HTTP. */
function refuse(socket: Duplex, error: unknown) {
  const status = statusOf(error);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    () => socket.destroy(),
  );
}

function statusOf(error: unknown): string {
  if (error instanceof InputError) return '400 Bad Request';
  if (error instanceof AuthenticationError) return '401 Unauthorized';
  if (error instanceof NotAllowedError) return '403 Forbidden';
  return '503 Service Unavailable';
}
