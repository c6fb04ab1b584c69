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
