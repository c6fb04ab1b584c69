import express from 'express';
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Credentials, OAuth2Request } from '../../interpreter/DurableHost';
import { loopbackHttp, someCall } from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { contentOf } from '../egress/readAnswer';
import { answerDigestChallenge } from './digest';

const servers = new Servers();
const secret = 'the-client-secret';

/** An authority that gives tokens, and a service that wants the latest of them. */
class FakeAuthority {
  readonly asked: { headers: Record<string, unknown>; body: unknown }[] = [];
  /** What the token endpoint answers besides the token. */
  more: Record<string, unknown> = { expires_in: 3600 };
  nextToken: () => Promise<string> | string = () =>
    `token-${this.asked.length}`;
  valid = '';

  app() {
    const app = express();
    app.use(express.urlencoded({ extended: false }), express.json());
    app.post(['/oauth2/token', '/elsewhere/token'], async (req, res) => {
      const { authorization } = req.headers;
      this.asked.push({
        headers: { authorization, path: req.path },
        body: req.body,
      });
      if (req.body.client_secret === 'wrong') {
        res.status(401).json({
          error: 'invalid_client',
          error_description: `${req.body.client_secret} is not it`,
        });
        return;
      }
      this.valid = await this.nextToken();
      res.json({ access_token: this.valid, ...this.more });
    });
    app.get('/.well-known/openid-configuration', (req, res) =>
      res.json({
        token_endpoint: `http://${req.headers.host}/elsewhere/token`,
      }),
    );
    app.get('/protected', (req, res) => {
      const isValid = req.headers.authorization === `Bearer ${this.valid}`;
      res.status(isValid ? 200 : 401).json(req.headers.authorization ?? null);
    });
    return app;
  }
}

function oauth2(
  authority: string,
  more: Partial<OAuth2Request> = {},
): Credentials & { scheme: 'oauth2' | 'oidc' } {
  return {
    scheme: 'oauth2',
    request: {
      authority,
      grant: 'client_credentials',
      endpoints: {
        token: '/oauth2/token',
        revocation: '/oauth2/revoke',
        introspection: '/oauth2/introspect',
      },
      client: { id: 'me', secret, authentication: 'client_secret_post' },
      encoding: 'application/x-www-form-urlencoded',
      issuers: [],
      scopes: [],
      audiences: [],
      ...more,
    },
  };
}

describe('AuthenticatedHttp', () => {
  let authority: FakeAuthority;
  let base: string;
  let now: number;
  let http: ReturnType<typeof loopbackHttp>;

  beforeEach(async () => {
    authority = new FakeAuthority();
    base = await servers.serve(authority.app());
    now = 0;
    http = loopbackHttp({ now: () => now });
  });

  afterAll(() => servers.close());

  const get = (credentials: Credentials, uri = `${base}/protected`) =>
    http.send({ method: 'GET', uri }, credentials, someCall());

  it('sends name and password', async () => {
    const credentials = { scheme: 'basic', username: 'mé', password: 'p:w' };
    const answer = await get({ ...credentials, scheme: 'basic' });
    const pair = Buffer.from('mé:p:w').toString('base64');
    expect(contentOf(answer)).toBe(`Basic ${pair}`);
  });

  it('sends a token', async () => {
    expect(contentOf(await get({ scheme: 'bearer', token: 'abc' }))).toBe(
      'Bearer abc',
    );
  });

  it.each(['MD5', 'SHA-256'])('answers a %s challenge', async algorithm => {
    const challenge = `Digest realm="r", qop="auth", nonce="n1", algorithm=${algorithm}`;
    const app = express();
    app.all('/secret', (req, res) => {
      const given = req.headers.authorization;
      const cnonce = /cnonce="(\w+)"/.exec(given ?? '')?.[1];
      const expected = answerDigestChallenge(
        challenge,
        {
          method: req.method,
          target: req.url,
          username: 'u',
          password: 'p4ss',
        },
        cnonce,
      );
      if (given && given === expected) res.json('welcome');
      else res.status(401).set('www-authenticate', challenge).end();
    });
    const uri = `${await servers.serve(app)}/secret?a=1`;
    const good = await get(
      { scheme: 'digest', username: 'u', password: 'p4ss' },
      uri,
    );
    expect(contentOf(good)).toBe('welcome');
    const bad = await get(
      { scheme: 'digest', username: 'u', password: 'wrong' },
      uri,
    );
    expect(bad.status).toBe(401);
  });

  describe('oauth2', () => {
    it('asks for a token once and uses it until it expires', async () => {
      authority.more = { expires_in: 100 };
      await Promise.all([get(oauth2(base)), get(oauth2(base))]);
      now = 89_000;
      expect((await get(oauth2(base))).status).toBe(200);
      expect(authority.asked).toHaveLength(1);
      now = 91_000;
      expect((await get(oauth2(base))).status).toBe(200);
      expect(authority.asked).toHaveLength(2);
    });

    it('asks anew, once, when the token is refused', async () => {
      await get(oauth2(base));
      authority.valid = 'revoked all';
      expect((await get(oauth2(base))).status).toBe(200);
      expect(authority.asked).toHaveLength(2);
      authority.nextToken = () => 'for nobody';
      authority.valid = 'revoked again';
      const app = express();
      app.use((_req, res) => res.status(401).end());
      expect((await get(oauth2(base), await servers.serve(app))).status).toBe(
        401,
      );
      expect(authority.asked).toHaveLength(3);
    });

    it('uses the refresh token that came with the last token', async () => {
      authority.more = { expires_in: 100, refresh_token: 'refresh-1' };
      await get(oauth2(base));
      now = 200_000;
      await get(oauth2(base));
      expect(authority.asked[1].body).toMatchObject({
        grant_type: 'refresh_token',
        refresh_token: 'refresh-1',
        client_id: 'me',
      });
    });

    it('lets one caller be cancelled while others wait for the same token', async () => {
      const controller = new AbortController();
      const cancelled = http.send(
        { method: 'GET', uri: `${base}/protected` },
        oauth2(base),
        { ...someCall(), signal: controller.signal },
      );
      const other = get(oauth2(base));
      controller.abort();
      await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
      expect((await other).status).toBe(200);
      expect(authority.asked).toHaveLength(1);
    });

    const subject = { token: 'subject-token', type: 'urn:x:jwt' };
    it.each<[Partial<OAuth2Request>, object]>([
      [
        { scopes: ['a', 'b'], audiences: ['x', 'y'] },
        {
          grant_type: 'client_credentials',
          scope: 'a b',
          audience: ['x', 'y'],
        },
      ],
      [
        { grant: 'password', username: 'u', password: 'p' },
        { grant_type: 'password', username: 'u', password: 'p' },
      ],
      [
        { grant: 'authorization_code', subject },
        { grant_type: 'authorization_code', code: 'subject-token' },
      ],
      [
        { grant: 'refresh_token', subject },
        { grant_type: 'refresh_token', refresh_token: 'subject-token' },
      ],
      [
        {
          grant: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject,
          actor: { token: 'actor-token', type: 'urn:x:saml' },
          encoding: 'application/json',
        },
        {
          subject_token: 'subject-token',
          subject_token_type: 'urn:x:jwt',
          actor_token: 'actor-token',
          actor_token_type: 'urn:x:saml',
        },
      ],
    ])('asks with %j', async (more, body) => {
      expect((await get(oauth2(base, more))).status).toBe(200);
      expect(authority.asked[0].body).toMatchObject(body);
    });

    it('proves the client by basic authentication', async () => {
      const client = {
        id: 'm e',
        secret,
        authentication: 'client_secret_basic' as const,
      };
      await get(oauth2(base, { client }));
      const pair = Buffer.from(`m+e:${secret}`).toString('base64');
      expect(authority.asked[0]).toMatchObject({
        headers: { authorization: `Basic ${pair}` },
        body: { grant_type: 'client_credentials' },
      });
    });

    it('names a client that proves nothing', async () => {
      const client = { id: 'me', authentication: 'none' as const };
      await get(oauth2(base, { client }));
      expect(authority.asked[0].body).toMatchObject({ client_id: 'me' });
    });

    async function assertionOf(client: OAuth2Request['client']) {
      await get(oauth2(base, { client }));
      const { client_assertion: assertion } = authority.asked[0].body as {
        client_assertion: string;
      };
      return assertion;
    }

    it('signs an assertion with the secret', async () => {
      const assertion = await assertionOf({
        id: 'me',
        secret,
        authentication: 'client_secret_jwt',
      });
      const { payload } = await jwtVerify(assertion, Buffer.from(secret));
      expect(payload).toMatchObject({
        iss: 'me',
        sub: 'me',
        aud: `${base}/oauth2/token`,
        exp: expect.any(Number),
        jti: expect.any(String),
      });
    });

    it('signs an assertion with a private key', async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', {
        namedCurve: 'P-256',
      });
      const assertion = await assertionOf({
        id: 'me',
        secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        authentication: 'private_key_jwt',
      });
      await expect(jwtVerify(assertion, publicKey)).resolves.toBeDefined();
    });

    it('sends an assertion that is given', async () => {
      const assertion = await assertionOf({
        assertion: 'given-assertion',
        authentication: 'private_key_jwt',
      });
      expect(assertion).toBe('given-assertion');
    });

    it.each<[Partial<OAuth2Request>, RegExp]>([
      [{ grant: 'password' }, /password needs `username`/],
      [{ grant: 'refresh_token' }, /refresh_token needs `subject`/],
      [
        { client: { id: 'me', authentication: 'client_secret_basic' } },
        /client_secret_basic needs the client's `secret`/,
      ],
      [
        { client: { id: 'me', secret, authentication: 'private_key_jwt' } },
        /needs an `assertion` or, as `secret`, a private key/,
      ],
    ])('says what %j lacks', async (more, message) => {
      const asked = get(oauth2(base, more));
      await expect(asked).rejects.toThrow(message);
      await expect(asked).rejects.toMatchObject({ details: { status: 400 } });
    });

    it('says why there is no token', async () => {
      const client = {
        id: 'me',
        secret: 'wrong',
        authentication: 'client_secret_post' as const,
      };
      await expect(get(oauth2(base, { client }))).rejects.toMatchObject({
        details: {
          type: expect.stringMatching(/authentication$/),
          status: 401,
          detail: expect.stringMatching(/oauth2\/token.*401.*invalid_client/),
        },
      });
      await expect(get(oauth2('http://127.0.0.1:1'))).rejects.toMatchObject({
        details: { status: 401, detail: expect.stringContaining('127.0.0.1') },
      });
    });

    it('does not repeat secrets', async () => {
      const call = someCall();
      const credentials = oauth2(base, {
        client: {
          id: 'me',
          secret: 'wrong',
          authentication: 'client_secret_post',
        },
      });
      const uri = `${base}/protected`;
      const error = await http
        .send({ method: 'GET', uri }, credentials, call)
        .catch(String);
      expect(call.secrets.redact(String(error))).toContain('*** is not it');
    });

    it('refuses a token of another issuer', async () => {
      authority.nextToken = () =>
        new SignJWT()
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('https://someone')
          .sign(Buffer.from('x'.repeat(32)));
      const asking = (issuers: string[]) => get(oauth2(base, { issuers }));
      await expect(asking(['https://me'])).rejects.toThrow(
        'its issuer is https://someone, not one of https://me',
      );
      expect((await asking(['https://someone'])).status).toBe(200);
    });

    it('finds no endpoint outside of the egress rules', async () => {
      const asked = get(oauth2('http://example.com'));
      await expect(asked).rejects.toThrow('not allowed');
    });
  });

  it('finds the token endpoint of oidc by discovery', async () => {
    const answer = await get({ ...oauth2(`${base}/`), scheme: 'oidc' });
    expect(answer.status).toBe(200);
    expect(authority.asked[0].headers.path).toBe('/elsewhere/token');
  });

  it('says that there is nothing to discover', async () => {
    const asked = get({ ...oauth2(`${base}/nothing`), scheme: 'oidc' });
    await expect(asked).rejects.toThrow(
      /No token from .*openid-configuration: it answered 404/,
    );
  });
});
