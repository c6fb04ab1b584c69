import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpEffect } from '../../interpreter/DurableHost';
import { EgressPolicy } from './EgressPolicy';
import { HttpActivity, type HttpActivityOptions } from './HttpActivity';

const servers: Server[] = [];

async function serve(app: express.Express): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise(resolve => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function testApp() {
  const app = express();
  app.get('/json', (_req, res) => res.json({ n: 1 }));
  app.get('/text', (_req, res) => res.type('text/plain').send('hello'));
  app.get('/broken-json', (_req, res) => res.type('json').send('{'));
  app.get('/nothing', (_req, res) => res.status(204).end());
  app.get('/large', (_req, res) => res.json('x'.repeat(5000)));
  app.get('/slow', () => {});
  app.get('/missing', (_req, res) => res.status(404).json({ reason: 'gone' }));
  app.get('/moved', (_req, res) => res.redirect(302, '/json'));
  app.get('/circle', (_req, res) => res.redirect('/circle'));
  app.get('/elsewhere', (req, res) => res.redirect(String(req.query.to)));
  app.get('/headers', (req, res) => res.json(req.headers));
  app.post('/moved', (_req, res) => res.redirect(307, '/echo'));
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

/** Where a server has just ceased to listen. */
async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

const noPlugins: HttpActivityOptions['plugins'] = {
  resolve: async id => {
    throw new Error(`There is no plugin ${id}`);
  },
};

function activity(options: Partial<HttpActivityOptions> = {}) {
  return new HttpActivity({ plugins: noPlugins, ...options });
}

function effect(uri: string, more: Partial<HttpEffect> = {}): HttpEffect {
  return {
    kind: 'http',
    id: 'id',
    taskKey: '/do/0/get',
    method: 'GET',
    uri,
    headers: {},
    query: {},
    output: 'content',
    redirect: false,
    ...more,
  };
}

function context(signal = new AbortController().signal) {
  return { signal, idempotencyKey: 'instance/do/0/get' };
}

describe('HttpActivity', () => {
  let base: string;

  beforeAll(async () => {
    base = await serve(testApp());
  });

  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function valueOf(
    request: HttpEffect,
    options?: Partial<HttpActivityOptions>,
  ) {
    const { outcome } = await activity(options).execute(request, context());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  }

  async function errorOf(
    request: HttpEffect,
    options?: Partial<HttpActivityOptions>,
  ) {
    const result = await activity(options).execute(request, context());
    return result.outcome.ok ? undefined : result.outcome.error;
  }

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

    it('sends a key that holds any character', async () => {
      const { outcome } = await activity().execute(effect(`${base}/headers`), {
        ...context(),
        idempotencyKey: 'id/do/0/prüfen 检查\n[1]',
      });
      expect(outcome).toMatchObject({
        value: {
          'idempotency-key': 'id/do/0/pr%C3%BCfen%20%E6%A3%80%E6%9F%A5%0A[1]',
        },
      });
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
      const error = await errorOf(effect(await unusedAddress()));
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
        context(controller.signal),
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
    it('is followed', async () => {
      expect(await valueOf(effect(`${base}/moved`))).toEqual({ n: 1 });
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

    it('of a request with effects is an error: it is not sent twice', async () => {
      const request = effect(`${base}/moved`, { method: 'POST', body: {} });
      expect(await errorOf(request)).toMatchObject({ status: 307 });
    });

    it('is followed only so often', async () => {
      const error = await errorOf(effect(`${base}/circle`));
      expect(error?.detail).toContain('redirects');
    });

    it('does not take credentials to another origin', async () => {
      const other = await serve(testApp());
      const headers = { authorization: 'Bearer secret', cookie: 'a=b' };
      const value = await valueOf(
        effect(`${base}/elsewhere?to=${other}/headers`, { headers }),
      );
      expect(value).not.toHaveProperty('authorization');
      expect(value).not.toHaveProperty('cookie');
    });

    it('goes through the egress rules', async () => {
      const error = await errorOf(
        effect(`${base}/elsewhere?to=http://169.254.169.254/`),
      );
      expect(error).toMatchObject({ status: 403 });
    });
  });

  describe('plugin://', () => {
    it('goes to the plugin with a token of its own', async () => {
      const asked: string[] = [];
      const plugins: HttpActivityOptions['plugins'] = {
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

describe('EgressPolicy', () => {
  const refusal = (url: string, allowedHosts?: string[]) => {
    try {
      new EgressPolicy({ allowedHosts }).requireAllowed(new URL(url));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.name : error;
    }
  };

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0/',
    'http://2852039166/',
    'http://[fd00:ec2::23]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:a9fe:a9fe::]/',
    'http://[::169.254.169.254]/',
    'http://168.63.129.16/',
    'file:///etc/passwd',
  ])('always refuses %s', url => {
    expect(refusal(url)).toBe('EgressRefusedError');
    expect(refusal(url, ['*', new URL(url).hostname])).toBe(
      'EgressRefusedError',
    );
  });

  it.each([
    ['http://api.example.com/', ['api.example.com'], undefined],
    ['http://api.example.com/', ['*.example.com'], undefined],
    ['https://api.example.com/', ['api.example.com:443'], undefined],
    [
      'http://api.example.com:8080/',
      ['api.example.com:443'],
      'EgressRefusedError',
    ],
    [
      'http://example.com.evil.org/',
      ['*.example.com', 'example.com'],
      'EgressRefusedError',
    ],
    ['http://evilexample.com/', ['*.example.com'], 'EgressRefusedError'],
    ['http://anything.org/', undefined, undefined],
    ['http://anything.org/', [], 'EgressRefusedError'],
  ])('%s with the allowed hosts %p', (url, allowedHosts, expected) => {
    expect(refusal(url, allowedHosts)).toBe(expected);
  });

  it('refuses a name that leads to a refused address', async () => {
    const { lookup } = new EgressPolicy();
    const error = await new Promise(resolve =>
      lookup('169.254.169.254', { all: true }, resolve),
    );
    expect(error).toMatchObject({ name: 'EgressRefusedError' });
  });
});
