/** What the contract of the live stream asks to be shown of networks and slow clients, by its numbers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  Agent,
  createServer,
  get,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import express, { type Response as Answer } from 'express';
import { hello, patient } from '../../__testUtils__/definitions';
import { openStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import type {
  InstanceFeed,
  LogHead,
} from '../../service/instances/InstanceFeed';
import { ResponseSink } from './EventSink';
import { InstanceStream } from './InstanceStream';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

jest.setTimeout(60_000);

/** A hundred times as fast as it really goes: a heartbeat every 150 ms, cut off after 600 ms of silence, six seconds for ten minutes. */
const pingMs = 150;
const readTimeoutMs = 600;
const idleMs = 6_000;

/** A proxy in front of a server. */
interface Proxy {
  readonly address: string;
  stop(): Promise<void>;
}

/** Holds answers back until they end, unless they ask it not to, and cuts off what is silent for too long, as nginx does. */
async function startSmallProxy(target: string): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '', target);
    const { headers } = incoming;
    send(url, { headers }, answer => pass(answer, outgoing)).end();
  });
  return { address: await listening(server), stop: () => closed(server) };
}

function pass(answer: IncomingMessage, outgoing: ServerResponse) {
  const held: Buffer[] = [];
  const isHeld = answer.headers['x-accel-buffering'] !== 'no';
  answer.setTimeout(readTimeoutMs, () => outgoing.destroy());
  outgoing.on('close', () => answer.destroy());
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  if (!isHeld) outgoing.flushHeaders();
  answer.on('data', (part: Buffer) => {
    if (isHeld) held.push(part);
    else outgoing.write(part);
  });
  answer.on('end', () => outgoing.end(Buffer.concat(held)));
}

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync);

/** nginx with its default buffering; only its patience with silence is another one. */
async function startNginx(target: string): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off;
     pid ${folder}/pid;
     error_log ${folder}/error.log;
     events {}
     http {
       access_log off;
       client_body_temp_path ${folder}/body;
       proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/fastcgi;
       uwsgi_temp_path ${folder}/uwsgi;
       scgi_temp_path ${folder}/scgi;
       server {
         listen 127.0.0.1:${port};
         location / {
           proxy_pass ${target};
           proxy_read_timeout ${readTimeoutMs}ms;
         }
       }
     }`,
  );
  const child = spawn(nginx!, ['-p', folder, '-c', `${folder}/nginx.conf`]);
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(address);
  return {
    address,
    async stop() {
      child.kill();
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function untilAnswering(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return;
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`Nothing answers at ${address}`);
}

async function freePort(): Promise<string> {
  const server = createServer();
  const { port } = new URL(await listening(server));
  await closed(server);
  return port;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server) {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** What stands between, and how it is started; nginx where there is one. */
const proxies: readonly (readonly [
  string,
  (target: string) => Promise<Proxy>,
])[] = [
  ['a small proxy that does as nginx', startSmallProxy],
  ...(nginx ? ([['nginx itself', startNginx]] as const) : []),
];

if (!nginx) {
  it.todo('6: behind nginx itself, on a machine that has it');
}

describe('live events over a network', () => {
  let orchestrator: TestOrchestrator;
  let streams: LiveStreams;

  beforeAll(async () => {
    streams = new LiveStreams({
      clock: systemClock,
      settings: { ...standardStreamSettings, pingMs },
    });
    orchestrator = await startOrchestrator({
      liveStreams: streams,
      definitions: { 'hello.yaml': hello, 'patient.yaml': patient },
    });
  });

  afterAll(() => orchestrator.stop());

  async function start(workflowId: string, inputData: object) {
    const { body } = await orchestrator.client.post(
      `/v2/workflows/${workflowId}/execute`,
      { inputData },
    );
    return body.id as string;
  }

  describe.each(proxies)('6: behind %s', (_name, startProxy) => {
    let proxy: Proxy;

    beforeAll(async () => {
      proxy = await startProxy(new URL(orchestrator.url).origin);
    });

    afterAll(() => proxy.stop());

    const open = (instanceId: string) =>
      openStream(
        `${proxy.address}/api/orchestrator/v2/instances/${instanceId}/events/stream`,
      );

    it('ten idle minutes (a hundred times as fast) are not cut, and what comes then comes at once', async () => {
      const instanceId = await start('patient', { span: 'PT1H' });
      await orchestrator.api.getInstance({ instanceId });
      const stream = await open(instanceId);
      const endOfIdling = Date.now() + idleMs;
      const idle = await stream.takeUntil(() => Date.now() >= endOfIdling);

      await orchestrator.client.delete(
        `/v2/workflows/instances/${instanceId}/abort`,
      );
      const before = performance.now();
      const rest = await stream.takeUntil(
        ({ event }) => event === 'instance.cancelled',
      );
      const elapsedMs = performance.now() - before;
      stream.close();

      const pings = idle.filter(({ event }) => event === 'ping');
      expect(pings.length).toBeGreaterThan(idleMs / pingMs / 2);
      expect(rest.at(-1)?.event).toBe('instance.cancelled');
      expect(elapsedMs).toBeLessThan(1_000);
    });

    it('a stream without heartbeats would be cut', async () => {
      Object.assign(streams.settings, { pingMs: 10 * readTimeoutMs });
      const stream = await open(await start('patient', { span: 'PT1H' }));
      await expect(stream.rest()).rejects.toThrow('terminated');
      Object.assign(streams.settings, { pingMs });
    });
  });

  it('7: with the six connections that browsers have, seven tabs that share one stream are answered within a second', async () => {
    const tabs = await Promise.all(
      Array.from({ length: 7 }, () => start('patient', { span: 'PT1H' })),
    );
    const agent = new Agent({ keepAlive: true, maxSockets: 6 });
    const stream = get(
      `${orchestrator.url}/v2/events/stream?instances=${tabs.join(',')}`,
      { agent },
    );
    const [answer] = (await once(stream, 'response')) as [IncomingMessage];
    await once(answer, 'data');

    const elapsed = await Promise.all(
      tabs.map(async instanceId => {
        const before = performance.now();
        const url = `${orchestrator.url}/v2/instances/${instanceId}`;
        const [rest] = await once(get(url, { agent }), 'response');
        rest.resume();
        await once(rest, 'end');
        return performance.now() - before;
      }),
    );
    stream.destroy();
    agent.destroy();

    expect(Math.max(...elapsed)).toBeLessThan(1_000);
  });
});

/** A log of large events that grows when told to, and counts how many of them were read. */
class LargeFeed implements InstanceFeed {
  eventsRead = 0;
  #head: LogHead = { epoch: 'k1', seq: 1, status: 'running' };
  #tell: (head: LogHead) => void = () => {};

  growTo(seq: number) {
    this.#head = { ...this.#head, seq };
    this.#tell(this.#head);
  }

  async head() {
    return this.#head;
  }

  async state() {
    const { epoch, seq, status } = this.#head;
    const workflow = { id: 'hello', version: '1.0.0' };
    return { id: 'i1', workflow, epoch, seq, status, createdAt: '', tasks: [] };
  }

  async read(afterSeq: number, limit: number): Promise<OrchestratorEvent[]> {
    const count = Math.min(limit, this.#head.seq - afterSeq);
    this.eventsRead += count;
    return Array.from({ length: count }, (_, index) => ({
      v: 1,
      id: `k1.${afterSeq + index + 1}`,
      seq: afterSeq + index + 1,
      type: 'instance.created',
      time: '',
      instanceId: 'i1',
      workflow: { id: 'hello', version: '1.0.0' },
      data: { input: { value: 'x'.repeat(16_000) } },
    }));
  }

  onGrowth(listener: (head: LogHead) => void) {
    this.#tell = listener;
    return () => {};
  }
}

describe('13: a slow consumer', () => {
  let server: Server;
  let client: Socket;
  let response: Answer;
  let feed: LargeFeed;

  beforeEach(async () => {
    feed = new LargeFeed();
    const streams = new LiveStreams({
      clock: systemClock,
      settings: standardStreamSettings,
    });
    const app = express().get('/', (_, res) => {
      response = res;
      const stream = new InstanceStream({
        instanceId: 'i1',
        feed,
        streams,
        sink: new ResponseSink(res, streams.settings),
        isAllowed: async () => true,
        random: Math.random,
      });
      res.once('close', () => stream.leave('gone'));
      void streams.run(stream);
    });
    server = createServer(app);
    const { port } = new URL(await listening(server));
    client = connect(Number(port), '127.0.0.1');
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(client, 'data');
    client.pause();
  });

  afterEach(async () => {
    client.destroy();
    await closed(server);
  });

  it('costs the server no more than one message, and gets a snapshot for what it missed', async () => {
    feed.growTo(2_000);
    let waiting = 0;
    for (let turn = 0; turn < 50; turn += 1) {
      await new Promise(resolve => {
        setTimeout(resolve, 10);
      });
      waiting = Math.max(waiting, response.writableLength);
    }
    expect(feed.eventsRead).toBeLessThan(2_000);
    expect(waiting).toBeLessThan(1_000_000);

    feed.growTo(9_000);
    let text = '';
    client.on('data', part => {
      text = (text + part).slice(-100_000);
    });
    const lagging = new Promise<void>(resolve => {
      client.on('data', () => {
        if (text.includes('"reason":"lagging"')) resolve();
      });
    });
    client.resume();
    await lagging;

    expect(text).toContain('id: k1.9000\nevent: snapshot\n');
    expect(feed.eventsRead).toBeLessThan(2_000);
  });
});
