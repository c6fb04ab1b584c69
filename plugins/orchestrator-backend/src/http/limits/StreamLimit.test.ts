import { once } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { WebSocket } from 'ws';
import { patient } from '../../__testUtils__/definitions';
import { FakeSink } from '../../__testUtils__/FakeSink';
import { openStream, type OpenStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { LiveStream } from '../stream/LiveStream';
import { LiveStreams, standardStreamSettings } from '../stream/LiveStreams';

jest.setTimeout(180_000);

describe('how many live streams may be open', () => {
  let orchestrator: TestOrchestrator;
  let instanceId: string;
  const streams: OpenStream[] = [];
  const sockets: WebSocket[] = [];

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      definitions: { 'patient.yaml': patient },
      config: { events: { maxStreams: 3 }, rateLimit: { enabled: false } },
    });
    const { body } = await orchestrator.client.post(
      '/v2/workflows/patient/execute',
      { inputData: { span: 'PT1H' } },
    );
    instanceId = body.id;
  });

  afterEach(() => {
    streams.splice(0).forEach(stream => stream.close());
    sockets.splice(0).forEach(socket => socket.terminate());
  });

  afterAll(() => orchestrator.stop());

  let user: string;
  let users = 0;

  /** Somebody who has none open yet. */
  beforeEach(() => {
    users += 1;
    user = mockCredentials.user.header(`user:default/user-${users}`);
  });

  const list = '/v2/events/stream';
  const one = () => `/v2/instances/${instanceId}/events/stream`;

  async function follow(path: string, Authorization = user) {
    const stream = await openStream(`${orchestrator.url}${path}`, {
      Authorization,
    });
    streams.push(stream);
    return stream;
  }

  function connect(Authorization = user) {
    const url = `${orchestrator.url.replace('http', 'ws')}/v2/events/ws`;
    const headers = { Authorization };
    const socket = new WebSocket(url, ['orchestrator.v2'], { headers });
    socket.on('error', () => {});
    sockets.push(socket);
    return socket;
  }

  /** Opens as many as may be, of each kind. */
  async function openAll() {
    await follow(list);
    await follow(one());
    await once(connect(), 'open');
  }

  it.each([
    ['instances', () => list],
    ['one instance', one],
  ])('refuses one more of %s, and says why', async (_, path) => {
    await openAll();

    const { response } = await follow(path());

    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(await response.json()).toMatchObject({
      error: {
        name: 'TooManyRequestsError',
        code: 'TOO_MANY_STREAMS',
        message: expect.stringContaining('You have 3 live streams open'),
      },
    });
  });

  it('refuses one more WebSocket before it is one', async () => {
    await openAll();

    const [, answer] = await once(connect(), 'unexpected-response');

    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('10');
  });

  it('lets others open theirs', async () => {
    await openAll();
    const bob = mockCredentials.user.header('user:default/bob');
    const { response } = await follow(list, bob);
    expect(response.status).toBe(200);
  });

  it('lets a service open as many as it likes', async () => {
    const service = mockCredentials.service.header();
    for (let count = 0; count < 5; count += 1) {
      const { response } = await follow(list, service);
      expect(response.status).toBe(200);
    }
  });

  it.each([
    ['a stream', () => streams[0].close()],
    ['a WebSocket', () => sockets[0].close()],
    ['a connection that breaks', () => sockets[0].terminate()],
  ])('lets one more be opened after the end of %s', async (_, end) => {
    await openAll();
    end();
    const status = async () => (await follow(list)).response.status;
    while ((await status()) === 429) {
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
    expect(await status()).toBe(429);
  });

  it('counts no stream that is not opened after all', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const { response } = await follow('/v2/instances/none/events/stream');
      expect(response.status).toBe(404);
      const url = `${orchestrator.url.replace('http', 'ws')}/v2/events/ws`;
      const refused = new WebSocket(`${url}?status=lost`, ['orchestrator.v2']);
      await once(refused, 'error');
    }
    await openAll();
  });
});

describe('LiveStreams', () => {
  class Idle extends LiveStream {
    protected readonly head = '';
    protected readonly pingMs = 1_000;
    protected watch = () => () => {};
    protected begin = async () => {};
    protected sendNews = async () => {};
    protected checkAccess = async () => true;
  }

  it('measures how many are open', async () => {
    const measured: number[] = [];
    const streams = new LiveStreams({
      clock: systemClock,
      settings: standardStreamSettings,
      counter: { add: by => measured.push(by) },
    });
    const sink = new FakeSink();
    const stream = new Idle({ sink, streams, random: () => 0.5 });
    const ended = streams.run(stream);
    expect(measured).toEqual([1]);
    stream.leave('gone');
    await ended;
    expect(measured).toEqual([1, -1]);
  });
});
