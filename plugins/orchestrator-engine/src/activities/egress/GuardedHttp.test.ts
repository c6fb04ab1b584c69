import { createServer } from 'node:http';
import express from 'express';
import { Headers } from 'undici';
import { loopbackHttp } from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { contentOf } from './readAnswer';
import type { HttpRequest } from './GuardedHttp';

const servers = new Servers();

function testApp() {
  const app = express();
  app.get('/json', (_req, res) => res.json({ n: 1 }));
  app.get('/headers', (req, res) => res.json(req.headers));
  app.post('/echo', (req, res) => req.pipe(res));
  app.get('/moved', (_req, res) => res.redirect('/json'));
  app.get('/circle', (_req, res) => res.redirect('/circle'));
  app.get('/elsewhere', (req, res) => res.redirect(String(req.query.to)));
  return app;
}

describe('GuardedHttp', () => {
  let base: string;

  beforeAll(async () => {
    base = await servers.serve(testApp());
  });

  afterAll(() => servers.close());

  async function get(uri: string, more: Partial<HttpRequest> = {}) {
    const request = { method: 'GET', uri, followsRedirects: true, ...more };
    const { guarded } = loopbackHttp();
    return guarded.send(request, new AbortController().signal);
  }

  describe('over a connection that the other side has closed', () => {
    /** Closes each connection when the second request comes on it, or with `'first'` the first one. */
    async function closing(when: 'first' | 'second') {
      const seen: string[] = [];
      const used = new WeakSet<object>();
      const server = createServer((request, response) => {
        const { socket } = request;
        const isFirst = !used.has(socket);
        used.add(socket);
        const isClosed = isFirst === (when === 'first');
        seen.push(`${request.method} ${isClosed ? 'closed' : 'answered'}`);
        if (isClosed) socket.end();
        else response.end('fine');
      });
      const uri = `http://127.0.0.1:${await servers.listen(server)}/`;
      const { guarded } = loopbackHttp();
      const send = async (method: string, headers = new Headers()) => {
        // What was used just before is given back in the next turn.
        await new Promise(resolve => setImmediate(resolve));
        const { signal } = new AbortController();
        return guarded.send({ method, uri, headers }, signal);
      };
      return { seen, send };
    }

    const key = () => new Headers({ 'idempotency-key': 'k1' });

    it('sends a request with a key once more, on another one', async () => {
      const { seen, send } = await closing('second');
      await send('POST', key());
      expect(await send('POST', key())).toMatchObject({ status: 200 });
      expect(seen).toEqual(['POST answered', 'POST closed', 'POST answered']);
    });

    it('sends nothing twice that might count twice', async () => {
      const { seen, send } = await closing('second');
      await send('POST');
      await expect(send('POST')).rejects.toThrow('fetch failed');
      expect(seen).toEqual(['POST answered', 'POST closed']);
    });

    it('sends nothing twice where no connection was kept', async () => {
      const { seen, send } = await closing('first');
      await expect(send('POST', key())).rejects.toThrow('fetch failed');
      expect(seen).toEqual(['POST closed']);
    });
  });

  it('follows redirects when it may', async () => {
    expect(contentOf(await get(`${base}/moved`))).toEqual({ n: 1 });
    expect(
      await get(`${base}/moved`, { followsRedirects: false }),
    ).toMatchObject({ status: 302 });
  });

  it.each(['GET', 'POST'])(
    'asks for the lease once a connection is there, and sends no %s when it is in doubt',
    async method => {
      const seen: string[] = [];
      const server = createServer((request, response) => {
        seen.push(`${request.method}`);
        response.end();
      });
      server.on('connection', () => seen.push('connection'));
      const uri = `http://127.0.0.1:${await servers.listen(server)}/`;
      const body = method === 'POST' ? 'text' : undefined;
      const { guarded } = loopbackHttp();
      const { signal } = new AbortController();
      const inDoubt = new Error('in doubt');
      const refused = guarded.send(
        {
          method,
          uri,
          body,
          requireLease() {
            seen.push('asked');
            throw inDoubt;
          },
        },
        signal,
      );
      await expect(refused).rejects.toMatchObject({ cause: inDoubt });
      expect([...seen].sort()).toEqual(['asked', 'connection']);
      const requireLease = () => seen.push('asked');
      await guarded.send({ method, uri, body, requireLease }, signal);
      expect(seen.slice(2)).toEqual(['asked', method]);
      await guarded.close();
    },
  );

  it('sends a body of text whole, as it would without asking', async () => {
    const body = 'ä€😀'.repeat(100_000);
    const request = { method: 'POST', body };
    const requireLease = () => {};
    const answers = await Promise.all(
      [request, { ...request, requireLease }].map(one =>
        get(`${base}/echo`, one),
      ),
    );
    const texts = answers.map(({ bytes }) => bytes.toString('utf8'));
    expect(texts).toEqual([body, body]);
  });

  it('follows them only so often', async () => {
    await expect(get(`${base}/circle`)).rejects.toThrow(
      'more than 5 redirects',
    );
  });

  it('takes no credentials to another origin', async () => {
    const other = await servers.serve(testApp());
    const answer = await get(`${base}/elsewhere?to=${other}/headers`, {
      headers: new Headers({ authorization: 'Bearer secret', cookie: 'a=b' }),
    });
    expect(contentOf(answer)).not.toHaveProperty('authorization');
    expect(contentOf(answer)).not.toHaveProperty('cookie');
  });

  it.each(['http://169.254.169.254/', 'http://example.com/', 'file:///etc'])(
    'does not follow a redirect to %s',
    async to => {
      await expect(get(`${base}/elsewhere?to=${to}`)).rejects.toMatchObject({
        name: 'EgressRefusedError',
      });
    },
  );

  it('sends name and password of an address as basic authentication', async () => {
    const answer = await get(`${base.replace('//', '//me:p%40ss@')}/headers`);
    expect(contentOf(answer)).toMatchObject({
      authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    });
  });
});
