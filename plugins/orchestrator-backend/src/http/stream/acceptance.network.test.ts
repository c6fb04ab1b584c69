/** What the contract of the live stream asks to be shown of networks and slow clients, by its numbers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  Agent,
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  OrchestratorApi,
  type Tabs,
  type WatchItem,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { durationOf, fastestOf } from '../../__testUtils__/fastestOf';
import { fetchOver } from '../../__testUtils__/fetchOver';
import { hello, patient } from '../../__testUtils__/definitions';
import { freePort } from '../../__testUtils__/freePort';
import { openStream } from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { BrowserOfTests } from '../../__testUtils__/BrowserOfTests';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

jest.setTimeout(180_000);

/**
 * A hundred times as fast as it really goes: a heartbeat every 150 ms, six seconds for ten minutes. What is silent is cut off later than
 * after the 600 ms that would be: a busy machine keeps everybody silent for a while.
 */
const pingMs = 150;
const readTimeoutMs = 4_000;
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
  for (let tries = 0; tries < 1_000; tries += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return;
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`Nothing answers at ${address}`);
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
      const rest = await stream.takeUntil(
        ({ event }) => event === 'instance.cancelled',
      );
      stream.close();

      const pings = idle.filter(({ event }) => event === 'ping');
      expect(pings.length).toBeGreaterThan(idleMs / pingMs / 10);
      expect(rest.at(-1)?.event).toBe('instance.cancelled');
      expect(await fastestOf(1_000, timeUntilTold)).toBeLessThan(1_000);
    });

    /** From when an instance is cancelled to when a stream tells so. */
    async function timeUntilTold(): Promise<number> {
      const instanceId = await start('patient', { span: 'PT1H' });
      const stream = await open(instanceId);
      await stream.take(1);
      await orchestrator.client.delete(
        `/v2/workflows/instances/${instanceId}/abort`,
      );
      const elapsedMs = await durationOf(() =>
        stream.takeUntil(({ event }) => event === 'instance.cancelled'),
      );
      stream.close();
      return elapsedMs;
    }

    it('a stream without heartbeats would be cut', async () => {
      Object.assign(streams.settings, { pingMs: 10 * readTimeoutMs });
      const stream = await open(await start('patient', { span: 'PT1H' }));
      await expect(stream.rest()).rejects.toThrow('terminated');
      Object.assign(streams.settings, { pingMs });
    });
  });

  describe('7: over the six connections that browsers have, seven tabs', () => {
    let agent: Agent;
    let leaving: AbortController;
    let watched: Promise<unknown>[];

    beforeEach(async () => {
      await until(() => streams.size === 0);
      agent = new Agent({ keepAlive: true, maxSockets: 6 });
      leaving = new AbortController();
    });

    afterEach(async () => {
      leaving.abort();
      await Promise.allSettled(watched);
      agent.destroy();
    });

    /** Opens seven tabs that follow an instance each; says how to ask something in each of them. */
    async function openTabs(tabsOf: () => Tabs | undefined) {
      const { signal } = leaving;
      const tabs = await Promise.all(
        Array.from({ length: 7 }, async () => ({
          instanceId: await start('patient', { span: 'PT1H' }),
          api: new OrchestratorApi({
            baseUrl: orchestrator.url,
            token: mockCredentials.user.token(),
            fetch: fetchOver(agent),
            tabs: tabsOf(),
          }),
        })),
      );
      const begun = tabs.map(({ api, instanceId }) => {
        const items = api.watchInstance(instanceId, { signal });
        return untilSnapshot(items);
      });
      watched = begun;
      return { begun, tabs };
    }

    it('that share one stream are answered within a second', async () => {
      const browser = new BrowserOfTests();
      const { begun, tabs } = await openTabs(() => browser.open());
      await Promise.all(begun);
      expect(streams.size).toBe(1);

      const askInAll = () =>
        Promise.all(
          tabs.map(({ api, instanceId }) => api.getInstance({ instanceId })),
        );
      const elapsedMs = await fastestOf(1_000, () => durationOf(askInAll));
      expect(elapsedMs).toBeLessThan(1_000);
    });

    it('with a stream each would wait', async () => {
      const { tabs } = await openTabs(() => undefined);
      await until(() => streams.size === 6);
      const [{ api, instanceId }] = tabs;
      let isAnswered = false;
      watched.push(
        api.getInstance({ instanceId }).then(() => {
          isAnswered = true;
        }),
      );
      await new Promise(resolve => {
        setTimeout(resolve, 1_000);
      });
      expect(isAnswered).toBe(false);
    });
  });
});

async function until(isMet: () => boolean) {
  while (!isMet()) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
}

/** Follows on behind the snapshot, so that its stream stays open. */
async function untilSnapshot(items: AsyncGenerator<WatchItem, void, void>) {
  for (;;) {
    const { done, value } = await items.next();
    if (done) throw new Error('The watch ended without a snapshot');
    if (value.type === 'snapshot') return void items.next();
  }
}

/** Has two entries of 4 kB in its log for each item of its input. */
const bulky = `
document: { dsl: 1.0.3, namespace: default, name: bulky, version: 1.0.0 }
do:
  - each:
      for: { each: item, in: "\${ [range(.count)] }" }
      do:
        - fill:
            set: { text: '\${ "x" * 3900 }' }
`;

describe('13: a slow consumer', () => {
  let orchestrator: TestOrchestrator;
  let client: Socket | undefined;
  let answer: ServerResponse | undefined;
  const onRequest = (message: unknown) => {
    const { request, response } = message as {
      request: IncomingMessage;
      response: ServerResponse;
    };
    if (request.url?.includes('/events/stream')) answer ??= response;
  };

  beforeAll(async () => {
    subscribe('http.server.request.start', onRequest);
    orchestrator = await startOrchestrator({
      liveStreams: new LiveStreams({
        clock: systemClock,
        settings: { ...standardStreamSettings, takeWithinMs: 120_000 },
      }),
      definitions: { 'bulky.yaml': bulky },
    });
  });

  afterAll(async () => {
    client?.destroy();
    unsubscribe('http.server.request.start', onRequest);
    await orchestrator.stop();
  });

  it('costs the server no more than a megabyte, and gets a snapshot for what it missed', async () => {
    const { body } = await orchestrator.client.post(
      '/v2/workflows/bulky/execute',
      { inputData: { count: 4_500 } },
    );
    client = await connectAndRead(
      `${orchestrator.url}/v2/instances/${body.id}/events/stream?after=x.0`,
    );
    client.pause();

    const end = orchestrator.api.waitForEnd({ instanceId: body.id });
    let waiting = 0;
    let hasEnded = false;
    end.then(
      () => (hasEnded = true),
      () => {},
    );
    while (!hasEnded) {
      waiting = Math.max(waiting, answer?.writableLength ?? 0);
      await new Promise(resolve => {
        setTimeout(resolve, 10);
      });
    }
    const { epoch, seq } = await end;
    expect(answer?.writableNeedDrain).toBe(true);
    expect(waiting).toBeLessThan(1_000_000);

    const snapshot = `id: ${epoch}.${seq}\nevent: snapshot`;
    await readUntil(client, [snapshot, '"reason":"lagging"']);
  });
});

/** Asks as a browser does, and waits for the beginning of the answer. */
async function connectAndRead(url: string): Promise<Socket> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: gzip, br\r\n\r\n`,
  );
  await once(socket, 'data');
  return socket;
}

/** Takes what comes until these texts have, one after the other. */
async function readUntil(socket: Socket, texts: string[]): Promise<void> {
  const awaited = [...texts];
  let text = '';
  for await (const part of socket.resume()) {
    text = (text + part).slice(-100_000);
    if (text.includes(awaited[0])) awaited.shift();
    if (awaited.length === 0) return;
  }
  throw new Error(`The stream ended without ${awaited}`);
}
