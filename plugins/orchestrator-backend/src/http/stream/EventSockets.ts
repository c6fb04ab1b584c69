/**
 * Live streams over WebSockets: the streams of many instances, for clients that prefer them to server-sent events.
 *
 * The root server of the backend is not a plugin's to build, so it is found by the first request that comes to the plugin.
 */
import {
  ServerResponse,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Caller } from '../../service/Caller';
import { describeError } from '../errors/describeError';
import type { RateLimit } from '../limits/RateLimit';
import { openEventsStream, type EventsStreamContext } from './openEventsStream';
import { readSocketQuery } from './readSocketQuery';
import { WebSocketSink } from './WebSocketSink';

/** Where clients connect to, below the plugin's path. */
export const SOCKET_PATH = '/v2/events/ws';

/** The protocol that is spoken; beside it browsers offer their token, which they can give in no other way. */
export const SOCKET_PROTOCOL = 'orchestrator.v2';

const POLICY_VIOLATION = 1008;

/** @see {@link EventSockets} */
export interface EventSocketsOptions extends EventsStreamContext {
  /** Who has the token. */
  readonly callerWith: (token: string) => Promise<Caller>;
  /** Default: no limit. */
  readonly rateLimit?: RateLimit;
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
    leaveOtherUpgrades(server);
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '', 'http://server');
      if (url.pathname === path) {
        void this.#accept(request, socket, head, url.searchParams);
      } else if (server.listenerCount('upgrade') === 1) {
        answerAsRequest(server, request, socket);
      }
    });
  }

  async #accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    params: URLSearchParams,
  ) {
    const { callerWith, rateLimit, streams } = this.#options;
    socket.on('error', ignore);
    try {
      const query = readSocketQuery(params);
      const caller = await callerWith(tokenOf(request));
      await rateLimit?.count(caller);
      await this.#options.feeds.open({}, caller);
      if (socket.destroyed) return;
      socket.once('close', streams.enter(caller));
      this.#sockets.handleUpgrade(request, socket, head, connection => {
        void this.#serve(connection, caller, query);
      });
    } catch (error) {
      refuse(socket, error);
    }
  }

  /** Clients send nothing; what keeps the connection alive counts as requests do. */
  #limit(socket: WebSocket, caller: Caller) {
    const { rateLimit } = this.#options;
    socket.on('message', () => socket.close(POLICY_VIOLATION, 'Send nothing'));
    socket.on('ping', () => {
      rateLimit
        ?.count(caller)
        .catch(() => socket.close(POLICY_VIOLATION, 'RATE_LIMITED'));
    });
  }

  async #serve(
    socket: WebSocket,
    caller: Caller,
    query: ReturnType<typeof readSocketQuery>,
  ) {
    const { streams, logger } = this.#options;
    const { after } = query;
    this.#limit(socket, caller);
    socket.on('error', ignore);
    const createSink = () => new WebSocketSink(socket, streams.settings);
    try {
      const request = { caller, query, after, createSink };
      const create = await openEventsStream(this.#options, request);
      await streams.run(create());
    } catch (error) {
      logger.warn(`A stream of events broke: ${error}`);
      socket.close(1011);
    }
  }
}

/**
 * Clients that would rather speak another protocol, as those of Java HTTP/2, go on with HTTP as if nobody listened for upgrades:
 * with the first listener Node would leave them without an answer. Up to version 24.9 it does.
 */
function leaveOtherUpgrades(server: Server) {
  const shouldUpgradeCallback = ({ headers }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === 'websocket' ||
    server.listenerCount('upgrade') > 1;
  Object.assign(server, { shouldUpgradeCallback });
}

/**
 * Does what Node would do if nobody listened for upgrades. Other plugins, Backstage's signals among them, begin to listen when a
 * WebSocket comes to them as a request; it must come there although this plugin listens already.
 */
function answerAsRequest(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
) {
  if (!(socket instanceof Socket)) return;
  socket.on('error', ignore);
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.end());
  server.emit('request', request, response);
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

/** What breaks a connection closes it too, and that is heard of. An error that nobody listens to ends the process. */
function ignore() {}

/** Before the connection is one the answer is one of HTTP. */
function refuse(socket: Duplex, error: unknown) {
  const { status, retryAfterSeconds } = describeError(error);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...(retryAfterSeconds ? [`Retry-After: ${retryAfterSeconds}`] : []),
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
