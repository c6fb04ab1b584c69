import express from 'express';
import type { HttpEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf as errorOfEffect,
  loopbackHttp,
  valueOf as valueOfEffect,
} from '../__testUtils__/activities';
import { Servers, unusedPort } from '../__testUtils__/servers';
import type { GuardedHttpOptions } from '../egress/GuardedHttp';
import { HttpActivity } from './HttpActivity';

const servers = new Servers();

function testApp() {
  const app = express();
  app.get('/json', (_req, res) => res.json({ n: 1 }));
  app.get('/text', (_req, res) => res.type('text/plain').send('hello'));
  app.get('/broken-json', (_req, res) => res.type('json').send('{'));
  app.get('/nothing', (_req, res) => res.status(204).end());
  app.get('/no-json', (_req, res) => res.type('json').end());
  app.get('/large', (_req, res) => res.json('x'.repeat(5000)));
  app.get('/slow', () => {});
  app.get('/echo-authorization', (req, res) =>
    res.status(403).send(`You sent ${req.headers.authorization}`),
  );
  app.post('/form', express.urlencoded({ extended: true }), (req, res) =>
    res.json(req.body),
  );
  app.post('/echo-text', express.text({ type: '*/*' }), (req, res) =>
    res.type('text').send(`${req.headers['content-type']} ${req.body}`),
  );
  app.get('/missing', (_req, res) => res.status(404).json({ reason: 'gone' }));
  app.get('/moved', (_req, res) => res.redirect(302, '/json'));
  app.get('/headers', (req, res) => res.json(req.headers));
  app.use(express.text(), express.json({ strict: false }));
  app.all('/echo', (req, res) =>
    res.json({
      method: req.method,
      type: req.headers['content-type'],
      query: req.query,
      body: req.body,
    }),
  );
  return app;
}

function activity(options?: Partial<GuardedHttpOptions>) {
  return new HttpActivity(loopbackHttp(options));
}

function effect(uri: string, more: Partial<HttpEffect> = {}): HttpEffect {
  return {
    ...BASE,
    kind: 'http',
    method: 'GET',
    uri,
    headers: {},
    query: {},
    output: 'content',
    redirect: false,
    ...more,
  };
}

describe('HttpActivity', () => {
  let base: string;

  beforeAll(async () => {
    base = await servers.serve(testApp());
  });

  afterAll(() => servers.close());

  const valueOf = (
    request: HttpEffect,
    options?: Partial<GuardedHttpOptions>,
  ) => valueOfEffect(activity(options), request);

  const errorOf = (
    request: HttpEffect,
    options?: Partial<GuardedHttpOptions>,
  ) => errorOfEffect(activity(options), request);

  describe('a good answer', () => {
    it('is parsed when it says that it is JSON', async () => {
      expect(await valueOf(effect(`${base}/json`))).toEqual({ n: 1 });
    });

    it('is text when it is not', async () => {
      expect(await valueOf(effect(`${base}/text`))).toBe('hello');
      expect(await valueOf(effect(`${base}/broken-json`))).toBe('{');
    });

    it('is null when it is empty', async () => {
      expect(await valueOf(effect(`${base}/nothing`))).toBeNull();
      expect(await valueOf(effect(`${base}/no-json`))).toBeNull();
    });

    it('is base64 when asked for raw', async () => {
      const value = await valueOf(effect(`${base}/text`, { output: 'raw' }));
      expect(value).toBe(Buffer.from('hello').toString('base64'));
    });

    it('comes with status and headers when asked for the response', async () => {
      const value = await valueOf(
        effect(`${base}/json`, { output: 'response' }),
      );
      expect(value).toMatchObject({
        request: { method: 'GET', uri: `${base}/json` },
        statusCode: 200,
        headers: { 'content-type': expect.stringContaining('json') },
        content: { n: 1 },
      });
    });
  });

  describe('a request', () => {
    it('carries query, body and idempotency key', async () => {
      const value = await valueOf(
        effect(`${base}/echo?a=1`, {
          method: 'POST',
          query: { b: 2, c: ['x', 'y'], d: null },
          body: { n: 1 },
        }),
      );
      expect(value).toEqual({
        method: 'POST',
        type: 'application/json',
        query: { a: '1', b: '2', c: ['x', 'y'] },
        body: { n: 1 },
      });
      const headers = await valueOf(effect(`${base}/headers`));
      expect(headers).toMatchObject({ 'idempotency-key': 'instance/do/0/get' });
    });

    it('says which trace it belongs to, unless the workflow does', async () => {
      const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
      const tracesOf = async (headers: HttpEffect['headers']) => {
        const asked = effect(`${base}/headers`, { headers });
        return (await activity().execute(asked, context)).outcome;
      };
      expect(await tracesOf({})).toMatchObject({
        value: { traceparent: '00-ab-cd-01' },
      });
      expect(await tracesOf({ Traceparent: 'mine' })).toMatchObject({
        value: { traceparent: 'mine' },
      });
    });

    it('sends a key that holds any character', async () => {
      const { outcome } = await activity().execute(effect(`${base}/headers`), {
        ...activityContext(),
        idempotencyKey: 'id/do/0/prüfen 检查\n[1]',
        requireLease: () => {},
      });
      expect(outcome).toMatchObject({
        value: {
          'idempotency-key': 'id/do/0/pr%C3%BCfen%20%E6%A3%80%E6%9F%A5%0A[1]',
        },
      });
    });

    it('carries a form when its content type says so', async () => {
      const value = await valueOf(
        effect(`${base}/form`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: { name: 'a b', tags: ['x', 'y'], none: null },
        }),
      );
      expect(value).toEqual({ name: 'a b', tags: ['x', 'y'] });
    });

    it('carries a multipart form when its content type says so', async () => {
      const value = await valueOf(
        effect(`${base}/echo-text`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data' },
          body: { name: 'a b' },
        }),
      );
      expect(value).toMatch(
        /^multipart\/form-data; boundary=[^]+name="name"\r\n\r\na b\r\n/,
      );
    });

    it('lets the workflow choose its own idempotency key and content type', async () => {
      const headers = {
        'Idempotency-Key': 'mine',
        'Content-Type': 'text/plain',
      };
      expect(
        await valueOf(effect(`${base}/headers`, { headers })),
      ).toMatchObject({
        'idempotency-key': 'mine',
        'content-type': 'text/plain',
      });
    });
  });

  describe('an error', () => {
    it('has the status and the words of the answer', async () => {
      expect(await errorOf(effect(`${base}/missing`))).toMatchObject({
        type: expect.stringMatching(/communication$/),
        status: 404,
        detail: expect.stringMatching(/GET .*\/missing answered 404.*gone/),
      });
    });

    it('says that nobody answers', async () => {
      const error = await errorOf(
        effect(`http://127.0.0.1:${await unusedPort()}/`),
      );
      expect(error).toMatchObject({
        status: 500,
        detail: expect.stringContaining('ECONNREFUSED'),
      });
    });

    it('says that the answer is late', async () => {
      const error = await errorOf(effect(`${base}/slow`), { timeoutMs: 50 });
      expect(error).toMatchObject({ status: 408 });
    });

    it('says that the answer is too large', async () => {
      const error = await errorOf(effect(`${base}/large`), {
        maxAnswerBytes: 100,
      });
      expect(error?.detail).toContain('larger than 100 bytes');
    });

    it.each(['not a uri', '/relative', ''])(
      'says that %p is no URI',
      async uri => {
        expect(await errorOf(effect(uri))).toMatchObject({ status: 400 });
      },
    );

    it('ends soon when it is cancelled', async () => {
      const controller = new AbortController();
      const running = activity().execute(
        effect(`${base}/slow`),
        activityContext(controller.signal),
      );
      controller.abort();
      const { outcome } = await running;
      expect(outcome).toMatchObject({
        ok: false,
        error: { detail: expect.stringContaining('cancelled') },
      });
    });
  });

  describe('a redirect', () => {
    it('is an error that says where it leads', async () => {
      expect(await errorOf(effect(`${base}/moved`))).toMatchObject({
        type: expect.stringMatching(/communication$/),
        status: 302,
        detail: expect.stringContaining('it redirects to /json'),
      });
    });

    it('is a result when the workflow asks for that', async () => {
      const value = await valueOf(
        effect(`${base}/moved`, { redirect: true, output: 'response' }),
      );
      expect(value).toMatchObject({
        statusCode: 302,
        headers: { location: '/json' },
      });
    });
  });

  describe('a secret', () => {
    const token = 'a-secret-token';
    const headers = { Authorization: `Bearer ${token}` };

    it('is not told when the answer repeats it', async () => {
      const uri = `${base}/echo-authorization`;
      const inHeader = await errorOf(effect(uri, { headers }));
      const inCredentials = await errorOf(
        effect(uri, { authentication: { scheme: 'bearer', token } }),
      );
      const inUri = await errorOf(effect(uri.replace('//', `//me:${token}@`)));
      expect(inUri?.detail).toContain('You sent Basic ***');
      for (const error of [inHeader, inCredentials, inUri]) {
        expect(error).toMatchObject({ status: 403 });
        expect(JSON.stringify(error)).not.toContain(token);
      }
    });

    it('is not part of the response', async () => {
      const value = await valueOf(
        effect(`${base}/json`, { headers, output: 'response' }),
      );
      expect(value).toMatchObject({
        request: { headers: { Authorization: '***' } },
      });
    });
  });

  describe('plugin://', () => {
    it('goes to the plugin with a token of its own', async () => {
      const asked: string[] = [];
      const plugins: GuardedHttpOptions['plugins'] = {
        async resolve(id) {
          asked.push(id);
          return { baseUrl: base, token: 'for-catalog' };
        },
      };
      const value = await valueOf(effect('plugin://catalog/headers?x=1'), {
        plugins,
        egress: { allowedHosts: [] },
      });
      expect(asked).toEqual(['catalog']);
      expect(value).toMatchObject({ authorization: 'Bearer for-catalog' });
    });

    it('says that there is no such plugin', async () => {
      const error = await errorOf(effect('plugin://nope/x'));
      expect(error?.detail).toContain('There is no plugin nope');
    });
  });
});
