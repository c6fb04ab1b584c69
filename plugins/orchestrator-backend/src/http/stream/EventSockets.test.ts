import { once } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import { WebSocket, type ClientOptions } from 'ws';
import { hello } from '../../__testUtils__/definitions';
import type { StreamedMessage } from '../../__testUtils__/openStream';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(60_000);

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
  ] as const)('refuses one %s', async (_, query, protocols, status) => {
    await expect(
      refusal(query, protocols && [...protocols]),
    ).resolves.toContain(`Unexpected server response: ${status}`);
  });

  it('refuses who may read no workflow', async () => {
    policy.grant(ada, { read: false });
    await expect(refusal()).resolves.toContain('403');
  });

  it('says that it is for WebSockets', async () => {
    const { status } = await fetch(`${orchestrator.url}/v2/events/ws`);
    expect(status).toBe(426);
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
