import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import express from 'express';
import { WebSocket, WebSocketServer, type ClientOptions } from 'ws';
import { hello } from '../../__testUtils__/definitions';
import type { StreamedMessage } from '../../__testUtils__/openStream';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

import { EventSockets, type EventSocketsOptions } from './EventSockets';

jest.setTimeout(180_000);

const ada = mockCredentials.user().principal.userEntityRef;
const token = mockCredentials.user.token();

describe('events over a WebSocket', () => {
  let orchestrator: TestOrchestrator;
  let policy: PolicyOfTests;
  const open: WebSocket[] = [];

  beforeAll(async () => {
    policy = new PolicyOfTests();
    orchestrator = await startOrchestrator({
      permissions: policy,
      definitions: { 'hello.yaml': hello },
    });
    await fetch(`${orchestrator.url}/openapi.json`);
  });

  beforeEach(() => policy.grant(ada, { read: true, use: true }));

  afterEach(() => open.splice(0).forEach(socket => socket.terminate()));

  afterAll(() => orchestrator.stop());

  function connect(
    query = '',
    protocols: string[] = ['orchestrator.v2', token],
    options: ClientOptions = {},
  ) {
    const url = orchestrator.url.replace('http', 'ws');
    const socket = new WebSocket(
      `${url}/v2/events/ws${query}`,
      protocols,
      options,
    );
    open.push(socket);
    return { socket, messages: messagesOf(socket) };
  }

  async function run() {
    const { body } = await orchestrator
      .as(mockCredentials.user.header())
      .post('/v2/workflows/hello/execute', { inputData: { name: 'Ada' } });
    return body.id as string;
  }

  async function refusal(...args: Parameters<typeof connect>) {
    const { socket } = connect(...args);
    const [error] = await once(socket, 'error');
    return String(error);
  }

  it('sends the messages of the stream as JSON, to whom a token of the protocols names', async () => {
    const { socket, messages } = connect();
    const first = (await messages.next()).value;

    const instanceId = await run();
    const events = await upToEnd(messages);

    expect(socket.protocol).toBe('orchestrator.v2');
    expect(first).toMatchObject({ event: 'snapshot' });
    expect(events.map(({ data }) => [data.instanceId, data.seq])).toEqual(
      events.map((_, index) => [instanceId, index + 1]),
    );
    expect(events[0]).toEqual({
      id: expect.stringMatching(/^g\./),
      event: 'instance.created',
      data: expect.objectContaining({ type: 'instance.created' }),
    });
  });

  it('takes a token from the header too, and goes on after a cursor', async () => {
    const headers = { Authorization: mockCredentials.user.header() };
    const first = connect('', [], { headers });
    await first.messages.next();
    await run();
    const all = await upToEnd(first.messages);

    const again = connect(`?after=${all[1].id}`, [], { headers });

    await expect(upToEnd(again.messages)).resolves.toEqual(all.slice(2));
  });

  it('sends what is asked for only', async () => {
    const { messages } = connect('?instances=other');
    await messages.next();

    await run();

    expect((await messages.next()).value).toMatchObject({ event: 'cursor' });
  });

  it.each([
    ['without a token', '', ['orchestrator.v2'], 401],
    ['with a token that is none', '', ['orchestrator.v2', 'x'], 401],
    ['with a status that is none', '?status=lost', undefined, 400],
    ['with a parameter that there is not', '?workflow=a', undefined, 400],
    ['with a parameter that is empty', '?instances=', undefined, 400],
    [
      'with too many instances',
      `?${'instances=a&'.repeat(101)}`,
      undefined,
      400,
    ],
  ] as const)('refuses one %s', async (_, query, protocols, status) => {
    await expect(
      refusal(query, protocols && [...protocols]),
    ).resolves.toContain(`Unexpected server response: ${status}`);
  });

  it('refuses who may read no workflow', async () => {
    policy.grant(ada, { read: false });
    await expect(refusal()).resolves.toContain('403');
  });

  it('hangs up on who sends something: clients have nothing to say', async () => {
    const { socket, messages } = connect();
    await messages.next();
    socket.send('{}');
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
  });

  it('hangs up on who sends much', async () => {
    const { socket, messages } = connect();
    await messages.next();
    socket.send('x'.repeat(2_000));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });

  it('answers a WebSocket for which nobody listens', async () => {
    const socket = new WebSocket(orchestrator.url.replace('http', 'ws'));
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('404');
  });

  it('lets others begin to listen when the first WebSocket comes to them, as signals do', async () => {
    const { port, close } = await portalWithOtherSockets();
    const other = () => new WebSocket(`ws://127.0.0.1:${port}/other`);
    try {
      await fetch(`http://127.0.0.1:${port}/orchestrator/v2/info`);
      const first = other();
      const [refused] = await once(first, 'error');
      const second = other();
      await once(second, 'open');
      second.terminate();

      expect(String(refused)).toContain('503');
    } finally {
      close();
    }
  });

  it('leaves to HTTP who would rather speak another protocol, as clients of Java do', async () => {
    const asking = request(`${orchestrator.url}/openapi.json`, {
      headers: { Connection: 'Upgrade', Upgrade: 'h2c' },
      timeout: 30_000,
    });
    asking.on('timeout', () => asking.destroy());
    const [answer] = await once(asking.end(), 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  it('says that it is for WebSockets', async () => {
    const { status } = await fetch(`${orchestrator.url}/v2/events/ws`);
    expect(status).toBe(426);
  });
});

describe('how often one may ask over WebSockets', () => {
  let orchestrator: TestOrchestrator;
  let users = 0;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: { 'hello.yaml': hello },
      config: { rateLimit: { window: '1h', max: 3 } },
    });
    await fetch(`${orchestrator.url}/openapi.json`);
  });

  afterAll(() => orchestrator.stop());

  /** Opens WebSockets, and makes requests, as somebody who has done neither. */
  function newUser() {
    users += 1;
    const headers = {
      Authorization: mockCredentials.user.header(`user:default/user-${users}`),
    };
    const url = `${orchestrator.url.replace('http', 'ws')}/v2/events/ws`;
    return {
      async connect() {
        const socket = new WebSocket(url, ['orchestrator.v2'], { headers });
        const first = once(socket, 'message');
        await Promise.race([first, once(socket, 'close')]);
        return socket;
      },
      client: orchestrator.as(headers.Authorization),
      async refusal() {
        const socket = new WebSocket(url, ['orchestrator.v2'], { headers });
        socket.on('error', () => {});
        const [, answer] = await once(socket, 'unexpected-response');
        socket.terminate();
        return answer;
      },
    };
  }

  it('counts connections along with requests, and says when to try again', async () => {
    const { client, connect, refusal } = newUser();
    await client.get('/v2/workflows/hello').expect(200);
    const open = [await connect(), await connect()];

    const { statusCode, headers } = await refusal();

    expect(statusCode).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(3_500);
    await client.get('/v2/workflows/hello').expect(429);
    open.forEach(socket => socket.terminate());
  });

  it('hangs up on who pings too often', async () => {
    const { connect } = newUser();
    const socket = await connect();
    const closed = once(socket, 'close');
    for (const _ of [1, 2, 3]) socket.ping();
    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([1008, 'RATE_LIMITED']);
  });
});

async function upToEnd(messages: AsyncGenerator<StreamedMessage>) {
  const taken: StreamedMessage[] = [];
  for (;;) {
    const { value } = await messages.next();
    taken.push(value);
    if (value.event === 'instance.completed') return taken;
  }
}

async function* messagesOf(socket: WebSocket): AsyncGenerator<StreamedMessage> {
  const arrived: StreamedMessage[] = [];
  let tell = () => {};
  socket.on('message', data => {
    arrived.push(JSON.parse(String(data)));
    tell();
  });
  const nextMessage = () =>
    new Promise<void>(resolve => {
      tell = resolve;
    });
  for (;;) {
    if (arrived.length === 0) await nextMessage();
    yield* arrived.splice(0);
  }
}

/** A server with the sockets of the orchestrator, and a plugin that begins to listen when the first WebSocket comes to it. */
async function portalWithOtherSockets() {
  const app = express();
  const server = createServer(app);
  const others = new WebSocketServer({ noServer: true });
  const { attach } = new EventSockets({} as EventSocketsOptions);
  app.use('/orchestrator', attach);
  app.use('/other', (_req, res) => {
    server.on('upgrade', (upgrade, socket, head) => {
      if (upgrade.url !== '/other') return;
      others.handleUpgrade(upgrade, socket, head, () => {});
    });
    res.status(503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { port, close: () => server.close() };
}
