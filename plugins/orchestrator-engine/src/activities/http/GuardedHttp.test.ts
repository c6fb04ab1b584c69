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
