import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import express, { type Response } from 'express';
import { ResponseSink } from './EventSink';

describe('ResponseSink', () => {
  let server: Server;
  let client: Socket;
  let response: Response;

  beforeEach(async () => {
    const app = express().get('/', (_req, res) => {
      server.emit('arrived', res);
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const arrived = once(server, 'arrived');
    client = connect(port, '127.0.0.1');
    client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    [response] = await arrived;
  });

  afterEach(async () => {
    client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const large = { event: 'large', data: { text: 'x'.repeat(10_000_000) } };

  it('writes messages as server-sent events, the first with the time to retry', async () => {
    const sink = new ResponseSink(response, { takeWithinMs: 1_000 });

    await sink.send({ id: 'k1.1', event: 'a', data: { text: 'two\nlines' } });
    await sink.send({ event: 'b', data: {} });
    sink.close();
    let text = '';
    for await (const part of client) {
      text += part;
      if (text.endsWith('\r\n0\r\n\r\n')) break;
    }

    expect(text).toContain(
      'retry: 2000\nid: k1.1\nevent: a\ndata: {"text":"two\\nlines"}\n\n',
    );
    expect(text).toContain('event: b\ndata: {}\n\n');
    expect(text.match(/retry/g)).toHaveLength(1);
  });

  it('tells that the client is gone, also when it was before', async () => {
    const sink = new ResponseSink(response, { takeWithinMs: 1_000 });
    const gone = new Promise<void>(resolve => {
      sink.onGone(resolve);
    });
    client.destroy();
    await gone;
    const tell = jest.fn();
    sink.onGone(tell);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('waits until the client has taken what was sent', async () => {
    const sink = new ResponseSink(response, { takeWithinMs: 10_000 });
    const sent = sink.send(large);
    expect(response.writableNeedDrain).toBe(true);

    client.resume();

    await expect(sent).resolves.toBe(true);
    expect(response.writableLength).toBe(0);
  });

  it('gives up on a client that does not read, and cuts it off', async () => {
    const sink = new ResponseSink(response, { takeWithinMs: 50 });
    client.pause();

    await expect(sink.send(large)).resolves.toBe(false);
    sink.close();

    expect(response.destroyed).toBe(true);
  });

  it('gives up on a client that has gone', async () => {
    const sink = new ResponseSink(response, { takeWithinMs: 60_000 });
    client.pause();
    const sent = sink.send(large);

    client.destroy();

    await expect(sent).resolves.toBe(false);
  });
});
