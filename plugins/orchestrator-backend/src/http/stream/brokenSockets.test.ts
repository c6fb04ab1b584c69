import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import express from 'express';
import type { Caller } from '../../service/Caller';
import type { EventFeed } from '../../service/feeds/EventFeeds';
import { EventSockets, type EventSocketsOptions } from './EventSockets';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

/** Holds up those who come, and knows how many did. */
class Gate {
  /** How many more may pass. */
  room = Infinity;
  #arrived = 0;
  #waiting: (() => void)[] = [];

  async pass(): Promise<void> {
    this.#arrived += 1;
    this.room -= 1;
    if (this.room >= 0) return;
    await new Promise<void>(resolve => {
      this.#waiting.push(resolve);
    });
  }

  async untilArrived(count: number) {
    await until(() => this.#arrived >= count);
  }

  open() {
    this.room = Infinity;
    this.#waiting.splice(0).forEach(go => go());
  }
}

const feed: EventFeed = {
  position: async () => '1.0.',
  end: async () => '1.0.',
  isWholeSince: async () => true,
  read: async cursor => ({ items: [], cursor, hasLoss: false }),
  onGrowth: () => () => {},
};

const caller: Caller = {
  credentials: mockCredentials.user(),
  ref: 'user:default/ada',
  kind: 'user',
};

describe('clients of WebSockets that break off', () => {
  let server: Server;
  let streams: LiveStreams;
  let authentication: Gate;
  let opening: Gate;
  let port: number;

  beforeEach(async () => {
    authentication = new Gate();
    opening = new Gate();
    const settings = { ...standardStreamSettings, pingMs: 50 };
    streams = new LiveStreams({ clock: systemClock, settings });
    const options: Partial<EventSocketsOptions> = {
      streams,
      logger: mockServices.logger.mock(),
      callerWith: async () => {
        await authentication.pass();
        return caller;
      },
      feeds: {
        open: async () => {
          await opening.pass();
          return feed;
        },
      },
    };
    const app = express();
    const { attach } = new EventSockets(options as EventSocketsOptions);
    app.use('/orchestrator', attach, (_req, res) => res.end());
    app.use('/other', async (_req, res) => {
      authentication.room = 0;
      await authentication.pass();
      res.status(404).end();
    });
    server = createServer(app);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as { port: number });
    await fetch(`http://127.0.0.1:${port}/orchestrator/info`);
  });

  afterEach(async () => {
    authentication.open();
    opening.open();
    streams.shutDown();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  /** Asks for a WebSocket. */
  async function ask(path = '/orchestrator/v2/events/ws'): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    const request = [
      `GET ${path} HTTP/1.1`,
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Authorization: Bearer any',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol: orchestrator.v2',
    ];
    socket.write(`${request.join('\r\n')}\r\n\r\n`);
    return socket;
  }

  async function expectToServeOthers() {
    const socket = await ask();
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toContain('101 Switching Protocols');
    await until(() => streams.size === 0);
  }

  it('harm nobody while it is looked who they are', async () => {
    authentication.room = 0;
    const socket = await ask();
    await authentication.untilArrived(1);
    socket.resetAndDestroy();
    await pause(50);
    authentication.open();
    await expectToServeOthers();
  });

  it('harm nobody while somebody else looks what they want', async () => {
    const asked = await ask('/other');
    await authentication.untilArrived(1);
    asked.resetAndDestroy();
    await pause(50);
    authentication.open();
    await expectToServeOthers();
  });

  it('harm nobody by what they must not send before their stream is open', async () => {
    const tooLong = Buffer.alloc(2_000, 1);
    tooLong.set([0x82, 0xfe, 0x07, 0xc8]);
    await openAndThen(socket => socket.write(tooLong));
    await expectToServeOthers();
  });

  it('leave no stream behind when they go before it is open', async () => {
    await openAndThen(socket => socket.destroy());
    await expectToServeOthers();
  });

  /** Does something once the WebSocket is there, and its stream is not. */
  async function openAndThen(act: (socket: Socket) => void) {
    opening.room = 1;
    const socket = await ask();
    await once(socket, 'data');
    await opening.untilArrived(2);
    act(socket);
    await pause(50);
    opening.open();
  }
});

async function until(isSo: () => boolean) {
  while (!isSo()) await pause(20);
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
