import express from 'express';
import type { DocumentEffect } from '../../interpreter/DurableHost';
import {
  BASE,
  errorOf,
  loopbackHttp,
  someCall,
  valueOf,
} from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { DocumentActivity } from './DocumentActivity';
import { Documents } from './Documents';

const servers = new Servers();

function effect(uri: string): DocumentEffect {
  return { ...BASE, kind: 'document', resource: { uri } };
}

describe('DocumentActivity', () => {
  const texts: { [path: string]: readonly [type: string, text: string] } = {
    '/a.json': ['application/json', '{"a":1}'],
    '/b.yaml': ['text/plain', 'a: [1, 0x10]\nb: .inf'],
    '/c': ['application/vnd.oai.openapi+yaml;version=3.0', 'a: 1'],
    '/d': ['text/plain', 'a: 1'],
    '/e': ['text/plain', 'only words: no, a list'],
    '/f': ['text/plain', 'only words'],
    '/g.py': ['text/plain', 'def f(x): return 1'],
    '/broken.yaml': ['text/yaml', 'a: [1'],
    '/large.json': ['application/json', '"x"'.padEnd(2000)],
  };
  let base: string;
  let activity: DocumentActivity;

  beforeAll(async () => {
    const app = express();
    app.get(Object.keys(texts), (req, res) => {
      const [type, text] = texts[req.path];
      res.set('content-type', type).send(Buffer.from(text));
    });
    base = await servers.serve(app);
    const http = loopbackHttp({ maxAnswerBytes: 1000 });
    activity = new DocumentActivity({
      http,
      documents: new Documents({ http }),
    });
  });

  afterAll(() => servers.close());

  it.each([
    ['/a.json', { a: 1 }],
    ['/b.yaml', { a: [1, 16], b: null }],
    ['/c', { a: 1 }],
    ['/d', { a: 1 }],
    ['/e', { 'only words': 'no, a list' }],
    ['/f', 'only words'],
    ['/g.py', 'def f(x): return 1'],
  ])('gives what %s holds', async (path, value) => {
    expect(await valueOf(activity, effect(base + path))).toEqual(value);
  });

  it.each([
    ['/none', /communication$/, 404, /GET .*\/none answered 404/],
    [
      '/broken.yaml',
      /validation$/,
      400,
      /broken.yaml is neither JSON nor YAML: /,
    ],
    ['/large.json', /communication$/, 500, /larger than 1000 bytes/],
  ])('says what is wrong with %s', async (path, type, status, detail) => {
    expect(await errorOf(activity, effect(base + path))).toMatchObject({
      type: expect.stringMatching(type),
      status,
      detail: expect.stringMatching(detail),
    });
  });

  it('is not for files', async () => {
    expect(await errorOf(activity, effect('file:///etc/passwd'))).toMatchObject(
      { status: 403 },
    );
  });
});

describe('Documents', () => {
  afterAll(() => servers.close());

  it('asks for a document only when it may have changed', async () => {
    const asked: (string | undefined)[] = [];
    let text = 'one';
    const app = express();
    app.get('/doc', (req, res) => {
      asked.push(req.headers['if-none-match']);
      res.set('cache-control', 'max-age=10').send(text);
    });
    const base = await servers.serve(app);
    let now = 0;
    const documents = new Documents({ http: loopbackHttp(), now: () => now });
    const fetchText = async () =>
      (await documents.fetch({ uri: `${base}/doc` }, someCall())).text;

    expect([await fetchText(), await fetchText()]).toEqual(['one', 'one']);
    expect(asked).toEqual([undefined]);
    now = 11_000;
    expect(await fetchText()).toBe('one');
    expect(asked).toEqual([undefined, expect.stringContaining('"')]);
    now = 22_000;
    text = 'two';
    expect(await fetchText()).toBe('two');
  });

  it('keeps what credentials were needed for to those who have them', async () => {
    const app = express();
    app.get('/doc', (req, res) => {
      const isKnown = req.headers.authorization === 'Bearer good';
      res.status(isKnown ? 200 : 401).send('secret plans');
    });
    const uri = `${await servers.serve(app)}/doc`;
    const documents = new Documents({ http: loopbackHttp() });
    const authentication = { scheme: 'bearer', token: 'good' } as const;
    await documents.fetch({ uri, authentication }, someCall());
    await expect(documents.fetch({ uri }, someCall())).rejects.toThrow(
      'answered 401',
    );
  });
});
