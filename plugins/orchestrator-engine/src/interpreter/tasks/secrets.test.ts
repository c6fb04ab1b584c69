import { runCases } from '../../__testUtils__/runCases';

const secrets = {
  login: { username: 'ada', password: 'pw-1234' },
  pass: { token: 'token-1234' },
  client: {
    authority: 'http://auth',
    grant: 'password',
    client: { id: 'me', secret: 'hush', authentication: 'client_secret_basic' },
    username: 'ada',
    password: 'pw-1234',
    scopes: ['read'],
  },
  'with-dash': 'dashed',
};

const get = (authentication: string) => `
        - get:
            call: http
            with:
              method: get
              endpoint: { uri: http://x, authentication: ${authentication} }
            output: { as: $authorization }`;

const use = (...names: string[]) =>
  `use: { secrets: [ ${names.join(', ')} ] }\n`;

runCases({
  authentication: [
    {
      does: 'fills in a user and a password, and says so in $authorization',
      input: { user: 'ada' },
      tasks: get(`{ basic: { username: '\${ .user }', password: pw } }`),
      effects: [
        {
          authentication: { scheme: 'basic', username: 'ada', password: 'pw' },
        },
      ],
      output: { scheme: 'Basic', parameter: btoa('ada:pw') },
    },
    {
      does: 'shows the call its own authorization',
      tasks: `
        - get:
            call: http
            with:
              method: get
              endpoint: { uri: http://x, authentication: { bearer: { token: abc } } }
              headers: { x-same: '\${ $authorization.parameter }' }`,
      effects: [
        {
          authentication: { scheme: 'bearer', token: 'abc' },
          headers: { 'x-same': 'abc' },
        },
      ],
    },
    {
      does: 'fills in what a token is asked for with',
      input: { realm: 'r1' },
      tasks: get(
        `{ oauth2: { authority: 'http://auth/{realm}', grant: client_credentials, client: { id: me, secret: '\${ "hu" + "sh" }' }, scopes: [ a, b ] } }`,
      ),
      effects: [
        {
          authentication: {
            scheme: 'oauth2',
            request: {
              authority: 'http://auth/r1',
              grant: 'client_credentials',
              endpoints: {
                token: '/oauth2/token',
                revocation: '/oauth2/revoke',
                introspection: '/oauth2/introspect',
              },
              client: {
                id: 'me',
                secret: 'hush',
                authentication: 'client_secret_post',
              },
              encoding: 'application/x-www-form-urlencoded',
              scopes: ['a', 'b'],
            },
          },
        },
      ],
    },
    {
      does: 'takes the properties of a secret, which are never evaluated',
      secrets: { ...secrets, login: { username: '${ 1 }', password: 'pw' } },
      rest: use('login'),
      tasks: get(`{ basic: { use: login } }`),
      effects: [
        {
          authentication: {
            scheme: 'basic',
            username: '${ 1 }',
            password: 'pw',
          },
        },
      ],
    },
    {
      does: 'takes a bearer token from a secret',
      secrets,
      rest: use('pass'),
      tasks: get(`{ bearer: { use: pass } }`),
      effects: [{ authentication: { scheme: 'bearer', token: 'token-1234' } }],
    },
    {
      does: 'takes all of oauth2 from a secret',
      secrets,
      rest: use('client'),
      tasks: get(`{ oauth2: { use: client } }`),
      effects: [
        {
          authentication: {
            scheme: 'oauth2',
            request: {
              authority: 'http://auth',
              grant: 'password',
              client: { id: 'me', authentication: 'client_secret_basic' },
              username: 'ada',
              scopes: ['read'],
            },
          },
        },
      ],
    },
    {
      does: 'says what a secret lacks',
      secrets: { pass: { tokken: 'x' } },
      rest: use('pass'),
      tasks: get(`{ bearer: { use: pass } }`),
      error: {
        type: expect.stringMatching(/configuration$/),
        detail: expect.stringMatching(/`pass`.*`token`/),
        instance: '/do/0/get',
      },
    },
    {
      does: 'refuses a secret that is not available',
      rest: use('pass'),
      tasks: get(`{ bearer: { use: pass } }`),
      error: {
        status: 403,
        type: expect.stringMatching(/authorization$/),
        detail: expect.stringContaining('`pass`'),
      },
    },
  ],
  secrets: [
    {
      does: 'are seen by expressions, when the definition names them',
      secrets,
      rest: use('login', 'with-dash'),
      tasks: `
        - get:
            call: http
            with:
              method: get
              endpoint: http://x
              headers: { user: '\${ $secrets.login.username }', dash: '\${ $secrets["with-dash"] }' }`,
      effects: [{ headers: { user: 'ada', dash: 'dashed' } }],
    },
    {
      does: 'that are not available cannot be read',
      rest: use('login'),
      tasks: `- a: { set: { user: '\${ $secrets.login.username }' } }`,
      error: { status: 403, instance: '/do/0/a' },
    },
    {
      does: 'that are not available are no matter where they are not read',
      rest: use('login'),
      tasks: `- a: { set: { user: none } }`,
      output: { user: 'none' },
    },
  ],
});
