import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import Aedes, { type Client } from 'aedes';
import express from 'express';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import {
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { AsyncApiEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers, unusedPort } from '../__testUtils__/servers';
import { Documents } from '../documents/Documents';
import { AsyncApiActivity } from './AsyncApiActivity';

const servers = new Servers();

/** A chat: what is said over HTTP or a WebSocket comes to all that listen. */
class Chat {
  readonly said: { text: string; headers: IncomingMessage['headers'] }[] = [];
  readonly listeners: WebSocket[] = [];
  port = 0;

  async start(): Promise<void> {
    const app = express();
    app.post('/v1/chat', express.text({ type: '*/*' }), (req, res) => {
      this.said.push({ text: req.body, headers: req.headers });
      res
        .status(req.body === '"no"' ? 422 : 202)
        .send(`heard ${req.get('authorization')}`);
    });
    const server = createServer(app);
    const sockets = new WebSocketServer({ server, path: '/v1/chat' });
    sockets.on('connection', (socket, { headers }) => {
      this.listeners.push(socket);
      socket.on('message', data =>
        this.said.push({ text: String(data), headers }),
      );
    });
    this.port = await servers.listen(server);
  }

  /** Says something to the latest listener, as soon as there is one. */
  async say(...texts: string[]): Promise<void> {
    while (this.listeners.length === 0) await pause();
    texts.forEach(text => this.listeners[this.listeners.length - 1].send(text));
  }
}

/** First bytes of packets of MQTT, and the answers of a broker of version 5. */
const CONNECT = 0x10;
const PUBLISH_QOS_1 = 0x32;
const CONNACK_5 = [0x20, 3, 0, 0, 0];
const PUBACK = [0x40, 2];

/** A broker that lets everybody in and then says nothing. */
async function silentBroker() {
  const sockets: Socket[] = [];
  const server = createTcpServer(socket => {
    sockets.push(socket.on('error', () => {}));
    socket.once('data', () => socket.write(Buffer.from(CONNACK_5)));
  }).listen(0, '127.0.0.1');
  return ofServer(server, sockets);
}

/** A server of WebSockets that hears nothing once one is open, not even that it is to be closed. */
async function silentSocket() {
  const sockets: Socket[] = [];
  const server = createServer();
  server.on('upgrade', ({ headers }, socket: Socket) => {
    sockets.push(socket.on('error', () => {}));
    const accepted = createHash('sha1')
      .update(`${headers['sec-websocket-key']}${WEBSOCKET_GUID}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
    );
  });
  return ofServer(server.listen(0, '127.0.0.1'), sockets);
}

async function ofServer(server: Server, sockets: readonly Socket[]) {
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    sockets.forEach(socket => socket.destroy());
    server.close();
  };
  return { port, close };
}

/** By which the protocol makes sure that a server knows it (RFC 6455). */
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const pause = () => new Promise(resolve => setTimeout(resolve, 10));

function documentsOf(port: number, mqttPort: number) {
  const servers3 = {
    web: {
      host: `127.0.0.1:${port}`,
      pathname: '/{v}',
      protocol: 'http',
      variables: { v: { default: 'v1' } },
    },
    live: { host: `127.0.0.1:${port}`, pathname: '/v1', protocol: 'ws' },
    broker: { host: `127.0.0.1:${mqttPort}`, protocol: 'mqtt' },
    queue: { host: 'x', protocol: 'kafka' },
    far: { host: 'example.com', protocol: 'ws' },
  };
  const message = {
    payload: { type: 'object' },
    correlationId: { location: '$message.payload#/room/id' },
  };
  return {
    '/v3.json': {
      asyncapi: '3.0.0',
      servers: servers3,
      channels: {
        chat: {
          address: '/chat',
          messages: { said: { $ref: '#/components/messages/said' } },
        },
        queued: { address: 'q', servers: [{ $ref: '#/servers/queue' }] },
      },
      operations: {
        say: { action: 'send', channel: { $ref: '#/channels/chat' } },
        hear: { action: 'receive', channel: { $ref: '#/channels/chat' } },
        enqueue: { action: 'send', channel: { $ref: '#/channels/queued' } },
      },
      components: { messages: { said: message } },
    },
    '/v2.json': {
      asyncapi: '2.6.0',
      servers: {
        live: { url: `127.0.0.1:${port}/v1`, protocol: 'ws' },
        broker: { url: `mqtt://127.0.0.1:${mqttPort}`, protocol: 'mqtt' },
      },
      channels: {
        '/chat': { servers: ['live'], subscribe: { message }, publish: {} },
        'rooms/1': { servers: ['broker'], subscribe: {} },
      },
    },
    '/other.json': { openapi: '3.0.0' },
  };
}

describe('AsyncApiActivity', () => {
  let chat: Chat;
  let broker: Aedes;
  let mqtt: Server;
  let base: string;
  let activity: AsyncApiActivity;

  beforeEach(async () => {
    chat = new Chat();
    await chat.start();
    broker = new Aedes();
    mqtt = createTcpServer(broker.handle).listen(0, '127.0.0.1');
    await once(mqtt, 'listening');
    const app = express();
    const { port } = mqtt.address() as AddressInfo;
    for (const [path, document] of Object.entries(
      documentsOf(chat.port, port),
    )) {
      app.get(path, (_req, res) => res.json(document));
    }
    base = await servers.serve(app);
    const http = loopbackHttp();
    activity = new AsyncApiActivity({
      http,
      documents: new Documents({ http }),
    });
  });

  afterEach(async () => {
    await activity.close();
    await new Promise<void>(resolve => broker.close(resolve));
    mqtt.close();
  });

  afterAll(() => servers.close());

  function effect(
    action: AsyncApiEffect['action'],
    more: Partial<AsyncApiEffect> = {},
  ): AsyncApiEffect {
    return {
      ...BASE,
      kind: 'asyncapi',
      document: { uri: `${base}/v3.json` },
      operation: 'say',
      action,
      ...more,
    };
  }

  const send = (payload: Json, more: Partial<AsyncApiEffect> = {}) =>
    effect({ kind: 'send', payload, headers: { foo: 'bar' } }, more);
  const receive = (more: Partial<AsyncApiEffect> = {}) =>
    effect(
      { kind: 'receive', subscription: 's' },
      { operation: 'hear', protocol: 'ws', ...more },
    );
  const unsubscribe = () => effect({ kind: 'unsubscribe', subscription: 's' });

  const authentication = { scheme: 'bearer', token: 'my-token' } as const;

  describe('a message is sent', () => {
    it('over http', async () => {
      const asked = send({ hi: 1 }, { authentication });
      expect(await valueOf(activity, asked)).toBeNull();
      expect(chat.said).toMatchObject([
        {
          text: '{"hi":1}',
          headers: {
            foo: 'bar',
            authorization: 'Bearer my-token',
            'idempotency-key': 'instance/do/0/get',
          },
        },
      ]);
    });

    it('over http, as part of a trace', async () => {
      const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
      await valueOf(activity, send('hi'), context);
      await valueOf(activity, send('hi', { authentication }), context);
      expect(chat.said.map(({ headers }) => headers.traceparent)).toEqual([
        '00-ab-cd-01',
        '00-ab-cd-01',
      ]);
    });

    it('over a WebSocket, as part of a trace that a header may replace', async () => {
      const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
      await valueOf(activity, send('hi', { protocol: 'ws' }), context);
      const headers = { Traceparent: '00-own-own-01' };
      const own = { kind: 'send', payload: 'hi', headers } as const;
      await valueOf(activity, effect(own, { protocol: 'ws' }), context);
      while (chat.said.length < 2) await pause();
      expect(chat.said.map(one => one.headers.traceparent)).toEqual([
        '00-ab-cd-01',
        '00-own-own-01',
      ]);
    });

    it('over a WebSocket', async () => {
      const asked = send('hi', { protocol: 'ws', authentication });
      expect(await valueOf(activity, asked)).toBeNull();
      while (chat.said.length === 0) await pause();
      expect(chat.said).toMatchObject([
        {
          text: 'hi',
          headers: { foo: 'bar', authorization: 'Bearer my-token' },
        },
      ]);
    });

    it('over MQTT', async () => {
      const logins: unknown[] = [];
      broker.authenticate = (_client: Client, name, password, done) => {
        logins.push([name, String(password)]);
        done(null, true);
      };
      const published = once(broker, 'publish-of-chat');
      broker.on('publish', packet => {
        if (packet.topic === '/chat') broker.emit('publish-of-chat', packet);
      });
      const asked = send(
        { hi: 1 },
        {
          protocol: 'mqtt',
          authentication: { scheme: 'basic', username: 'me', password: 'pw' },
        },
      );
      expect(await valueOf(activity, asked)).toBeNull();
      const [{ payload }] = await published;
      expect(String(payload)).toBe('{"hi":1}');
      expect(logins).toEqual([['me', 'pw']]);
    });
  });

  it.each(['http', 'ws', 'mqtt'])(
    'is not sent over %s while the lease is in doubt',
    async protocol => {
      const published = jest.fn();
      broker.on('publish', ({ topic }) => {
        if (topic === '/chat') published();
      });
      const before = chat.said.length;
      const asked = send('unsent', { protocol });
      expect(await errorOf(activity, asked, inDoubt())).toBeDefined();
      await pause();
      expect(chat.said).toHaveLength(before);
      expect(published).not.toHaveBeenCalled();
    },
  );

  it('is sent with its headers over MQTT 5', async () => {
    const packets: Buffer[] = [];
    const server = createTcpServer(socket =>
      socket.on('data', packet => {
        packets.push(packet);
        if (packet[0] === CONNECT) socket.write(Buffer.from(CONNACK_5));
        if (packet[0] === PUBLISH_QOS_1) {
          const id = packet.subarray(4 + packet[3], 6 + packet[3]);
          socket.write(Buffer.concat([Buffer.from(PUBACK), id]));
        }
      }),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const app = express();
    app.get('/doc', (_req, res) =>
      res.json(documentsOf(port, port)['/v3.json']),
    );
    const document = { uri: `${await servers.serve(app)}/doc` };
    const asked = send({ hi: 1 }, { document, protocol: 'mqtt5' });
    const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
    expect(await valueOf(activity, asked, context)).toBeNull();
    server.close();
    expect(packets[0].subarray(4, 9).toString('latin1')).toBe('MQTT\x05');
    expect(String(packets[1])).toMatch(
      /\/chat[^]*foo[^]*bar[^]*traceparent[^]*00-ab-cd-01\{"hi":1\}$/,
    );
  });

  it.each([
    ['a broker that acknowledges nothing', 'mqtt5', silentBroker],
    ['a server that never says goodbye', 'ws', silentSocket],
  ])('is given up in its time with %s', async (_, protocol, open) => {
    const { port, close } = await open();
    const app = express();
    app.get('/doc', (_req, res) =>
      res.json(documentsOf(port, port)['/v3.json']),
    );
    const http = loopbackHttp({ timeoutMs: 300 });
    const documents = new Documents({ http });
    const hasty = new AsyncApiActivity({ http, documents });
    const document = { uri: `${await servers.serve(app)}/doc` };
    const began = Date.now();
    await hasty.execute(send('hi', { document, protocol }), activityContext());
    // Libraries themselves are patient for 30 seconds.
    expect(Date.now() - began).toBeLessThan(20_000);
    close();
  });

  describe('messages are received', () => {
    it('by each instance over a connection of its own', async () => {
      const { signal } = new AbortController();
      const received = ['a', 'b'].map(instance =>
        activity.execute(receive(), {
          signal,
          idempotencyKey: `${instance}/do/0/hear`,
          requireLease: () => {},
        }),
      );
      while (chat.listeners.length < 2) await pause();
      chat.listeners.forEach(listener => listener.send('hi'));
      const hi = { ok: true, value: { payload: 'hi' } };
      expect(await Promise.all(received)).toEqual([
        { outcome: hi },
        { outcome: hi },
      ]);
    });

    it('one after the other, in their order, from one connection', async () => {
      const first = valueOf(activity, receive());
      await chat.say('{"room":{"id":7}}', 'plain');
      expect(await first).toEqual({
        payload: { room: { id: 7 } },
        correlationId: '7',
      });
      expect(await valueOf(activity, receive())).toEqual({ payload: 'plain' });
      expect(chat.listeners).toHaveLength(1);
      const closed = once(chat.listeners[0], 'close');
      expect(await valueOf(activity, unsubscribe())).toBeNull();
      await closed;
    });

    it('by a document of AsyncAPI 2', async () => {
      const asked = receive({
        document: { uri: `${base}/v2.json` },
        operation: undefined,
        channel: '/chat',
      });
      const message = valueOf(activity, asked);
      await chat.say('{"n":1}');
      expect(await message).toEqual({ payload: { n: 1 } });
    });

    it('over MQTT', async () => {
      const subscribed = once(broker, 'subscribe');
      const asked = receive({
        document: { uri: `${base}/v2.json` },
        operation: undefined,
        channel: 'rooms/1',
        protocol: 'mqtt',
      });
      const message = valueOf(activity, asked);
      await subscribed;
      broker.publish(
        {
          cmd: 'publish',
          topic: 'rooms/1',
          payload: '{"n":1}',
          qos: 1,
          retain: false,
          dup: false,
        },
        () => {},
      );
      expect(await message).toEqual({ payload: { n: 1 } });
    });

    it('until the one who waits is cancelled; then anew', async () => {
      const controller = new AbortController();
      const cancelled = errorOf(
        activity,
        receive(),
        activityContext(controller.signal),
      );
      while (chat.listeners.length === 0) await pause();
      const ended = once(chat.listeners[0], 'close');
      controller.abort();
      expect((await cancelled)?.detail).toContain('cancelled');
      await ended;
      const next = valueOf(activity, receive());
      while (chat.listeners.length < 2) await pause();
      await chat.say('later');
      expect(await next).toEqual({ payload: 'later' });
    });

    it('until their task ends, also between two of them', async () => {
      const first = valueOf(activity, receive());
      await chat.say('hi');
      await first;
      const ended = once(chat.listeners[0], 'close');
      activity.taskEnded('another/do/0/get');
      expect(chat.listeners[0].readyState).toBe(chat.listeners[0].OPEN);
      activity.taskEnded(activityContext().idempotencyKey);
      await ended;
    });

    it('until the server ends it; then anew', async () => {
      const waiting = errorOf(activity, receive());
      while (chat.listeners.length === 0) await pause();
      chat.listeners[0].close(1012, 'restart');
      expect(await waiting).toMatchObject({
        type: expect.stringMatching(/communication$/),
        detail:
          'The subscription to /chat ended: the server closed it with 1012 restart',
      });
      const next = valueOf(activity, receive());
      while (chat.listeners.length === 1) await pause();
      await chat.say('back');
      expect(await next).toEqual({ payload: 'back' });
    });
  });

  it.each<[Partial<AsyncApiEffect>, RegExp, RegExp]>([
    [
      { operation: 'shout' },
      /configuration$/,
      /has no operation shout; it has say, hear, enqueue/,
    ],
    [
      { operation: undefined, channel: 'x' },
      /configuration$/,
      /has no channel x; it has chat, queued/,
    ],
    [
      { operation: 'enqueue' },
      /configuration$/,
      /it has queue \(kafka\); this deployment speaks http, ws, mqtt, mqtt5/,
    ],
    [
      { protocol: 'amqp' },
      /configuration$/,
      /has no server for amqp that can be used: it has web \(http\), live/,
    ],
    [
      { server: { name: 'near', variables: {} } },
      /configuration$/,
      /has no server near that can be used: it has web, live/,
    ],
    [
      { server: { name: 'far', variables: {} } },
      /authorization$/,
      /Requests to example.com are not allowed/,
    ],
    [
      { server: { name: 'web', variables: { v: 'v9' } } },
      /communication$/,
      /POST .*\/v9\/chat answered 404/,
    ],
  ])('says what is wrong: %j', async (more, type, detail) => {
    expect(await errorOf(activity, send(1, more))).toMatchObject({
      type: expect.stringMatching(type),
      detail: expect.stringMatching(detail),
    });
  });

  it('says that a document is of another kind', async () => {
    const document = { uri: `${base}/other.json` };
    const error = await errorOf(activity, send(1, { document }));
    expect(error?.detail).toContain(
      'is no AsyncAPI document of version 2 or 3',
    );
  });

  it('says that nothing is received over http', async () => {
    const error = await errorOf(activity, receive({ protocol: 'http' }));
    expect(error?.detail).toContain('cannot be received over http');
  });

  it('does not repeat credentials', async () => {
    const error = await errorOf(activity, send('"no"', { authentication }));
    expect(error).toMatchObject({ status: 422 });
    expect(error?.detail).toContain('heard Bearer ***');
  });

  it.each(['ws', 'mqtt'])(
    'says that nobody answers over %s',
    async protocol => {
      const port = await unusedPort();
      const app = express();
      const [, document] = Object.entries(documentsOf(port, port))[0];
      app.get('/doc', (_req, res) => res.json(document));
      const uri = `${await servers.serve(app)}/doc`;
      expect(
        await errorOf(activity, send(1, { document: { uri }, protocol })),
      ).toMatchObject({
        type: expect.stringMatching(/communication$/),
        detail: expect.stringMatching(/^send say failed: ./),
      });
    },
  );
});
