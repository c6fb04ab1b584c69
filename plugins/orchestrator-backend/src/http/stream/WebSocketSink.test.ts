import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { WebSocketSink } from './WebSocketSink';

describe('WebSocketSink', () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let socket: WebSocket;

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const connected = once(server, 'connection');
    client = new WebSocket(`ws://127.0.0.1:${port}`);
    [socket] = await connected;
    await once(client, 'open');
  });

  afterEach(async () => {
    client.terminate();
    server.close();
    await once(server, 'close');
  });

  const large = { event: 'large', data: { text: 'x'.repeat(10_000_000) } };

  it('tells that the client is gone, also when it was before', async () => {
    const sink = new WebSocketSink(socket, { takeWithinMs: 1_000 });
    const gone = new Promise<void>(resolve => {
      sink.onGone(resolve);
    });
    client.terminate();
    await gone;
    const tell = jest.fn();
    sink.onGone(tell);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('waits until the client has taken what was sent', async () => {
    client.pause();
    const sink = new WebSocketSink(socket, { takeWithinMs: 10_000 });
    let isTaken = false;
    const sent = sink.send(large).then(has => {
      isTaken = has;
    });
    await new Promise(setImmediate);
    expect(isTaken).toBe(false);

    client.resume();

    await sent;
    expect(isTaken).toBe(true);
    expect(socket.bufferedAmount).toBe(0);
  });

  it('gives up on a client that does not read, and cuts it off', async () => {
    client.pause();
    const sink = new WebSocketSink(socket, { takeWithinMs: 50 });
    await expect(sink.send(large)).resolves.toBe(false);
    const closed = once(socket, 'close');
    sink.close();
    await expect(closed).resolves.toEqual([1006, expect.anything()]);
  });

  it('gives up on a client that has gone', async () => {
    client.pause();
    const sink = new WebSocketSink(socket, { takeWithinMs: 60_000 });
    const sent = sink.send(large);
    client.terminate();
    await expect(sent).resolves.toBe(false);
  });
});
